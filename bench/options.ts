import { parseArgs } from "node:util";

export type BenchOptions = {
  readonly quick: boolean;
  /** Profiles the gateway under load instead of measuring it. */
  readonly profile: boolean;
  /** Where the figures are written as JSON as well. */
  readonly json?: string;
};

export const usage = `usage: npm run bench -- [options]
  --quick      a short run of some twenty seconds: enough to see that it works, not to compare
  --json FILE  writes the figures as JSON as well
  --profile    no figures: shows where the gateway's CPU goes at 64 connections`;

/** @throws TypeError of node:util that names an unknown option; undefined where help is asked for. */
export const readOptions = (args: readonly string[]): BenchOptions | undefined => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      profile: { type: "boolean", default: false },
      json: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const { quick, profile, json, help } = values;
  return help ? undefined : { quick, profile, ...(json !== undefined && { json }) };
};
