/** A call that the API refused, in the words that it gave for people. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    /** The HTTP status; 0: no answer came. */
    readonly status: number,
    /** Stable; pages match on it. */
    readonly code: string,
    message: string,
    /** Each field at fault, as `body.name`. */
    readonly problems: readonly { readonly field: string; readonly message: string }[] = [],
  ) {
    super(message);
  }
}
