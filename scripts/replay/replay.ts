import { findDestination } from "./destination";
import { parseOptions, UsageError, usage } from "./options";
import type { Progress } from "./progress";
import { readPrompts } from "./prompts";
import { replayPrompts } from "./replay-prompts";
import { formatReport } from "./report";

/** All that the command asks of the world. */
export type ReplayWorld = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof fetch;
  /** Aborted when the user wants no more; what was answered until then is reported. */
  readonly signal: AbortSignal;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly progress: (total: number) => Progress;
};

const run = async (world: ReplayWorld): Promise<number> => {
  const options = parseOptions(world.args);
  if (!options) {
    world.print(`${usage}\n`);
    return 0;
  }
  const destination = await findDestination(options.dataDir, world.env);
  const prompts = await readPrompts(options.file, options.limit);
  if (prompts.length === 0) {
    throw new UsageError(`"${options.file}" has no lines; name a file of JSON lines`);
  }
  const progress = world.progress(prompts.length);
  const { fetch, signal } = world;
  const replayed = await replayPrompts(prompts, {
    destination,
    options,
    fetch,
    signal,
    concurrency: options.concurrency,
    turns: options.turns,
    onLine: progress.step,
  });
  progress.stop();
  world.print(`\n${formatReport(replayed, options)}`);
  return replayed.failures.length > 0 || signal.aborted ? 1 : 0;
};

/**
 * Replays a file of prompts through a running gateway and prints what it came to.
 *
 * @returns the exit code: 0, or 1 where anything failed or the command was called wrongly.
 */
export const replay = async (world: ReplayWorld): Promise<number> => {
  try {
    return await run(world);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.complain(`${error.message}\n`);
    return 1;
  }
};
