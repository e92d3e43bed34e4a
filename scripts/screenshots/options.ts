import { parseArgs } from "node:util";
import { UsageError } from "../shared/usage-error";
import { type Screen, screens } from "./screens";

export const usage = `usage: npm run screenshots -- [options]
  --only      names of screens, with commas between (all): ${screens.map(({ name }) => name).join(", ")}
  --data-dir  where a running SmashCost on this machine keeps local.json (one is started and filled)
  --requests  how many of demo data the started one is given (400)`;

export type Options = {
  readonly screens: readonly Screen[];
  /** Undefined: a product is started for it. */
  readonly dataDir: string | undefined;
  readonly requests: string;
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: "string" },
        "data-dir": { type: "string" },
        requests: { type: "string", default: "400" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const screenOf = (name: string): Screen => {
  const found = screens.find((screen) => screen.name === name);
  if (!found) throw new UsageError(`there is no screen "${name}"`);
  return found;
};

/** @throws UsageError where an option is none, or can't be what it is. */
export const readOptions = (args: readonly string[]): Options | "help" => {
  const { only, "data-dir": dataDir, requests, help } = parse(args);
  if (help) return "help";
  return { screens: only?.split(",").map(screenOf) ?? screens, dataDir, requests };
};
