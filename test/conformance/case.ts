import type { Dialect } from "../../core/chat/dialect";

/** What a client is pointed at: the gateway's address, a key of it, and the model to ask. */
export type Target = {
  /** Ends in `/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** With its provider before it, so that routing plays no part. */
  readonly model: string;
  /** What its provider is spoken to in. */
  readonly dialect: Dialect;
};

/** One thing that a client's users do. Rejects where the client does not do what it promises. */
export type Case = (target: Target) => Promise<void>;

/** By what each shows. */
export type Cases = Readonly<Record<string, Case>>;

export type Client = {
  readonly name: string;
  readonly cases: Cases;
  /** The one model that it asks, of whichever dialect; absent: a model of each dialect. */
  readonly model?: string;
};
