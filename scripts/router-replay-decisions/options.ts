import { parseArgs } from "node:util";
import { isRoutingMode, type RoutingMode, routingModes } from "../../core/routing/mode";
import { UsageError } from "../shared/usage-error";

export const usage = `usage: npm run router:replay-decisions -- [options]
  --from DAY  first day of the requests, UTC, such as 2026-11-17 (seven days before)
  --to DAY    last day, included (today)
  --mode      one of ${routingModes.join(", ")}; may be given again (all of them)
  --org       the organization's id (on this machine: the first one)
  --json      print the figures as JSON, amounts in pico-dollars
  --data-dir  where a running SmashCost on this machine keeps local.json (.smashcost)
Where USAGE_TABLE is set and --data-dir is not, the records are those of AWS: region and credentials
are the environment's, as the AWS SDK reads them; ACCESS_TABLE, where set, brings today's settings.`;

export type Options = {
  /** Milliseconds since 1970 UTC, half open. */
  readonly from: number;
  readonly to: number;
  readonly modes: readonly RoutingMode[];
  readonly organization?: string;
  readonly json: boolean;
  readonly dataDir?: string;
};

const dayMs = 86_400_000;
const defaultDays = 7;

const startOfDay = (name: string, text: string | undefined, byDefault: number): number => {
  if (text === undefined) return byDefault;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new UsageError(`--${name} can't be "${text}"; give a day such as 2026-11-17`);
};

const modesOf = (texts: readonly string[] | undefined): readonly RoutingMode[] => {
  if (texts === undefined) return routingModes;
  const modes = texts.map((text) => {
    if (isRoutingMode(text)) return text;
    throw new UsageError(`--mode can't be "${text}"; use one of ${routingModes.join(", ")}`);
  });
  return [...new Set(modes)];
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        from: { type: "string" },
        to: { type: "string" },
        mode: { type: "string", multiple: true },
        org: { type: "string" },
        json: { type: "boolean", default: false },
        "data-dir": { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};

/**
 * @param now - milliseconds since 1970 UTC.
 * @throws UsageError naming the value that is wrong and the way out.
 */
export const readOptions = (args: readonly string[], now: number): Options | "help" => {
  const values = parse(args);
  if (values.help) return "help";
  const today = Math.floor(now / dayMs) * dayMs;
  const to = startOfDay("to", values.to, today) + dayMs;
  const from = startOfDay("from", values.from, to - (defaultDays + 1) * dayMs);
  if (from >= to) throw new UsageError("--from lies after --to; give the earlier day first");
  const { org, json, "data-dir": dataDir } = values;
  return {
    from,
    to,
    modes: modesOf(values.mode),
    json,
    ...(org !== undefined && { organization: org }),
    ...(dataDir !== undefined && { dataDir }),
  };
};
