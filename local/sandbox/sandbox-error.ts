/** A refusal: each dialect words its body in its own way. */
export class SandboxError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** The provider's own name for it, where its dialect has one. */
    readonly code: string | null = null,
    /** The field at fault. */
    readonly param: string | null = null,
  ) {
    super(message);
  }
}
