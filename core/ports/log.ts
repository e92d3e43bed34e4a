/** Only these may be logged: no text of a prompt, an answer or a key has a place here. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined | object>>;

export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
