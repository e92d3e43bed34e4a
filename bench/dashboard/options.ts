import { parseArgs } from "node:util";
import { type Screen, screens } from "../../scripts/screenshots/screens";

export const usage = `usage: npm run bench:dashboard -- [options]
  --data-dir  where a running SmashCost on this machine keeps local.json (one is started and filled)
  --requests  how many of demo data the started one is given (20000; 200000 take several minutes)
  --rounds    how often each screen is loaded with an empty cache, and with a full one (5)
  --only      names of screens, with commas between (all behind the sign-in)`;

export type DashboardBenchOptions = {
  /** Undefined: a product is started for it. */
  readonly dataDir: string | undefined;
  readonly requests: string;
  readonly rounds: number;
  readonly screens: readonly Screen[];
};

const measurable = screens.filter(({ signedIn, name }) => signedIn && name !== "unknown");

const screenOf = (name: string): Screen => {
  const found = measurable.find((screen) => screen.name === name);
  const known = measurable.map((screen) => screen.name).join(", ");
  if (!found) throw new TypeError(`there is no screen "${name}" behind the sign-in, but ${known}`);
  return found;
};

/** @throws TypeError that names what is wrong; undefined where help is asked for. */
export const readOptions = (args: readonly string[]): DashboardBenchOptions | undefined => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      "data-dir": { type: "string" },
      requests: { type: "string", default: "20000" },
      rounds: { type: "string", default: "5" },
      only: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return undefined;
  const rounds = /^[1-9]\d?$/.test(values.rounds) ? Number(values.rounds) : 0;
  if (rounds === 0) throw new TypeError(`--rounds can't be "${values.rounds}"; give 1 to 99`);
  return {
    dataDir: values["data-dir"],
    requests: values.requests,
    rounds,
    screens: values.only?.split(",").map(screenOf) ?? measurable,
  };
};
