/**
 * What went wrong with a caller's request, in no dialect yet: each wire format words it its own way.
 * The message says what was wrong, the value given and the way out; it never holds a key, a prompt
 * or an answer.
 */
export class RequestError extends Error {
  /** The HTTP status that the caller sees. */
  readonly status: number;
  /** Stable and documented: callers match on it. */
  readonly code: string;
  /** The field at fault, as a path such as `messages[0].content`. */
  readonly param: string | null;
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds: number | undefined;
  /** False where the SDK's own retries could only multiply the damage. */
  readonly mayRetry: boolean;

  constructor(
    status: number,
    code: string,
    message: string,
    more: {
      readonly param?: string;
      readonly retryAfterSeconds?: number;
      readonly mayRetry?: boolean;
    } = {},
  ) {
    super(message);
    this.name = "RequestError";
    this.status = status;
    this.code = code;
    this.param = more.param ?? null;
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.mayRetry = more.mayRetry ?? true;
  }
}
