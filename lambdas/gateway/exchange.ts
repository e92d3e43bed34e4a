/** One request as any shell brings it: a function URL or a plain HTTP server. */
export type GatewayRequest = {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  /** Aborts when the caller leaves; on function URLs, which report nothing, it never does. */
  readonly signal: AbortSignal;
};

/** What a shell sends back. */
export type GatewayAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | AsyncIterable<Uint8Array>;
  /**
   * Resolves once the request is recorded, after the last byte. A shell that is frozen when it
   * returns has to wait for it; it never rejects.
   */
  readonly settled: Promise<void>;
};

export type Answer = (request: GatewayRequest) => Promise<GatewayAnswer>;

export const nothingToSettle = Promise.resolve();

/** 6 MB: what a Lambda function URL takes, and so what every shell takes. */
export const maxBodyBytes = 6 * 1024 * 1024;
