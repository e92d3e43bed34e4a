/** What an error may carry besides its type and its message. */
export type EmulatorErrorOptions = {
  /** HTTP status. @default 400 */
  readonly status?: number;
  /** Members of the error beyond the message, such as `CancellationReasons`. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The code of the older query protocol, where clients still look for it. */
  readonly queryCode?: string;
};

/** An error as AWS would answer it: `type` is the class name that an SDK client raises. */
export class EmulatorError extends Error {
  override readonly name = "EmulatorError";
  readonly status: number;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly queryCode: string | undefined;

  constructor(
    readonly type: string,
    message: string,
    options: EmulatorErrorOptions = {},
  ) {
    super(message);
    this.status = options.status ?? 400;
    this.fields = options.fields ?? {};
    this.queryCode = options.queryCode;
  }
}
