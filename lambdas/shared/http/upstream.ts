/** One HTTP call to a provider. */
export type HttpCall = {
  readonly method: "POST" | "GET";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Who carries it; absent: plain HTTPS. `bedrock`: the AWS SDK, by the gateway's own role. */
  readonly carrier?: "bedrock";
  /** The address is a customer's: it has to be HTTPS, and public by every address of its name. */
  readonly guarded?: true;
};

export type HttpAnswer = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Leaving its iteration early closes the connection. */
  readonly body: AsyncIterable<Uint8Array>;
};

/** No answer came: the host is unknown, refuses, or hung up. */
export class UpstreamUnreachableError extends Error {
  override readonly name = "UpstreamUnreachableError";
  /** The system's word for it, such as ECONNREFUSED. */
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super(`no answer from the provider (${code})`, options);
    this.code = code;
  }
}

/**
 * Sends one call and resolves with the answer's head. Aborting the signal closes the connection.
 *
 * @throws UpstreamUnreachableError where no answer came; the signal's own reason where it aborted.
 */
export type Upstream = (call: HttpCall, signal: AbortSignal) => Promise<HttpAnswer>;
