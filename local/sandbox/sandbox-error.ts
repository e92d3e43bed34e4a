/** An error as OpenAI answers it: a status and `{error: {message, type, param, code}}`. */
export class SandboxError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly code: string | null = null,
    readonly param: string | null = null,
  ) {
    super(message);
  }

  /** The body of the answer, in OpenAI's shape. */
  toBody() {
    const { message, param, code } = this;
    const type = this.status >= 500 ? "server_error" : "invalid_request_error";
    return { error: { message, type, param, code } };
  }
}
