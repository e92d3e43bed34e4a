import type { Dialect } from "../../core/chat/dialect";
import type { Column } from "./columns";

/** What a client is pointed at: the gateway's address, a key of it, and the model to ask. */
export type Target = {
  /** Ends in `/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** With its provider before it, so that routing plays no part. */
  readonly model: string;
  /** What its provider is spoken to in. */
  readonly dialect: Dialect;
  /** Where the matrix shows it. */
  readonly column: Column;
};

/** One thing that a client's users do. Rejects where the client does not do what it promises. */
export type Case = (target: Target) => Promise<void>;

/** By what each shows. */
export type Cases = Readonly<Record<string, Case>>;

export type Client = {
  readonly name: string;
  readonly cases: Cases;
  /** The one model that it asks, in the first column; absent: that of each column. */
  readonly model?: string;
};
