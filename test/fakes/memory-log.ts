import type { Log, LogFields } from "../../core/ports/log";

export type LogLine = {
  readonly level: keyof Log;
  readonly message: string;
  readonly fields: LogFields;
};

/** A log that can be read back. */
export const createMemoryLog = (): { readonly log: Log; readonly lines: LogLine[] } => {
  const lines: LogLine[] = [];
  const write =
    (level: keyof Log) =>
    (message: string, fields: LogFields = {}): void => {
      lines.push({ level, message, fields });
    };
  return { log: { info: write("info"), warn: write("warn"), error: write("error") }, lines };
};
