import { createReplayTally, type ReplayTally } from "../../core/routing/replay-tally";
import { UsageError } from "../shared/usage-error";
import { openRecords, type Records } from "./open-records";
import { type Options, readOptions, usage } from "./options";
import { formatReport, jsonReport } from "./report";

/** What the command is given by its process. */
export type ReplayWorld = {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
};

const requestsAtOnce = 1_000;

/** Page by page, so that months fit into memory. */
const tallyAll = async (
  { reader, organization, catalog, today }: Records,
  { from, to, modes }: Options,
): Promise<ReplayTally> => {
  const { add, tally } = createReplayTally(modes, catalog, today);
  let cursor: string | undefined;
  do {
    const page = await reader.requests({ organization, from, to }, requestsAtOnce, cursor);
    page.events.forEach(add);
    cursor = page.next;
  } while (cursor !== undefined);
  return tally();
};

/**
 * Decides an organization's recorded requests anew, in each mode, and prints what that would have
 * cost.
 *
 * @returns the exit code: 0 where it was printed, 1 where something failed, 2 where the command was
 * called wrongly.
 */
export const replayDecisions = async (world: ReplayWorld): Promise<number> => {
  const { args, env, now, print, complain } = world;
  try {
    const options = readOptions(args, now());
    if (options === "help") {
      print(`${usage}\n`);
      return 0;
    }
    const records = await openRecords(options, env);
    try {
      const tally = await tallyAll(records, options);
      const { organization, catalog } = records;
      const { from, to } = options;
      const told = { organization, from, to, catalogVersion: catalog.version };
      print(options.json ? jsonReport(tally, told) : formatReport(tally, told));
      return 0;
    } finally {
      records.close();
    }
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    complain(`${message}\n${error instanceof UsageError ? `${usage}\n` : ""}`);
    return error instanceof UsageError ? 2 : 1;
  }
};
