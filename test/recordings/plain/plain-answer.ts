/**
 * An answer as a test reads it, by the shortest way through its wire format and with none of the
 * gateway's code: what both sides of a translation are compared in.
 */
export type PlainAnswer = {
  /** Refusals included: not every dialect keeps them apart. */
  readonly text: string;
  readonly reasoning: string;
  readonly calls: readonly { readonly name: string; readonly arguments: unknown }[];
  readonly finish: PlainFinish;
  readonly usage?: {
    /** Cached ones included. */
    readonly input: number;
    readonly cached: number;
    /** Reasoning included. */
    readonly output: number;
  };
};

export type PlainFinish = "stop" | "length" | "tools" | "filter" | "pause" | "error" | "none";

/** Anything at all, read by name: a path that is not there is undefined. */
export type Loose = { readonly [name: string]: Loose } & readonly Loose[] & {
    readonly valueOf: () => unknown;
  };

export const loose = (value: unknown): Loose => value as Loose;

export const list = (value: unknown): readonly Loose[] =>
  Array.isArray(value) ? (value as Loose[]) : [];

export const text = (value: unknown): string => (typeof value === "string" ? value : "");

export const count = (value: unknown): number => (typeof value === "number" ? value : 0);

/** Arguments are compared as values: not every dialect keeps their text. */
export const argumentsOf = (json: string): unknown => {
  try {
    return JSON.parse(json === "" ? "{}" : json);
  } catch {
    return json;
  }
};
