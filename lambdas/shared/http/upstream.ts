/** One HTTP call to a provider. */
export type HttpCall = {
  readonly method: "POST" | "GET";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};

export type HttpAnswer = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AsyncIterable<Uint8Array>;
};

/**
 * Sends one call; rejects with `UpstreamUnreachableError` where no answer came. Ending the
 * iteration of the body early, or aborting the signal, closes the connection.
 */
export type Upstream = (call: HttpCall, signal: AbortSignal) => Promise<HttpAnswer>;
