import { existsSync, statSync } from "node:fs";
import { parseArgs } from "node:util";

export type EvalOptions = {
  /** A folder with score files to judge; absent, the development files are judged cross-fitted. */
  readonly data?: string;
  readonly quick: boolean;
  /** The folder that the report is written into; absent, it is only printed. */
  readonly out?: string;
};

export const usage = `usage: npm run router:eval -- [options]
  --data DIR  judges the shipped artifact on the score files of DIR, which have the names and columns
              of data/routing/dev; without it that folder is judged, cross-fitted in five parts
  --quick     a fourth of the prompts and 100 resamples: enough to see that it works
  --out DIR   where routing-report.md and the plots go (default: docs, or with --data or --quick
              nowhere)`;

/** @throws Error that names what is wrong; undefined where help is asked for. */
export const readOptions = (args: readonly string[]): EvalOptions | undefined => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      quick: { type: "boolean", default: false },
      out: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const { data, quick, help } = values;
  if (help) return undefined;
  if (data !== undefined && !(existsSync(data) && statSync(data).isDirectory())) {
    throw new Error(
      `--data ${data}: there is no such folder; give one with files as in data/routing/dev`,
    );
  }
  const out = values.out ?? (data === undefined && !quick ? "docs" : undefined);
  return { quick, ...(data !== undefined && { data }), ...(out !== undefined && { out }) };
};
