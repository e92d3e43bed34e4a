import { parseArgs } from "node:util";
import { UsageError } from "../shared/usage-error";

export const usage = `usage: npm run demo-data -- [options]
  --requests  how many of the last 30 days, about (20000, which take about a minute)
  --seed      any word; the same seed adds no request twice (demo)
  --data-dir  where a running SmashCost on this machine keeps local.json (.smashcost)`;

export type Options = {
  readonly requests: number;
  readonly seed: string;
  readonly dataDir: string;
};

const mostRequests = 1_000_000;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        requests: { type: "string", default: "20000" },
        seed: { type: "string", default: "demo" },
        "data-dir": { type: "string", default: ".smashcost" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** @throws UsageError where an option is none, or can't be what it is. */
export const readOptions = (args: readonly string[]): Options | "help" => {
  const values = parse(args);
  if (values.help) return "help";
  const requests = /^\d{1,7}$/.test(values.requests) ? Number(values.requests) : 0;
  if (requests < 1 || requests > mostRequests) {
    const problem = `--requests can't be "${values.requests}"`;
    throw new UsageError(`${problem}; give a whole number from 1 to ${mostRequests}`);
  }
  return { requests, seed: values.seed, dataDir: values["data-dir"] };
};
