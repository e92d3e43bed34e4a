import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { type Destination, openUsageQueue } from "../shared/open-usage-queue";
import { UsageError } from "../shared/usage-error";
import { findEvent } from "./find-events";
import { readDestination, readOptions, usage } from "./options";

/** What the command is given by its process. */
export type RedeliverWorld = {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
};

/** Bounds what waits in memory while a large log is read. */
const eventsAtOnce = 1_000;

/** Opened before anything else, so that a missing file is told of at once. */
const openFile = async (path: string): Promise<NodeJS.ReadableStream> =>
  (await open(path)).createReadStream();

const deliver = async (
  input: NodeJS.ReadableStream,
  destination: Destination,
  complain: (text: string) => void,
) => {
  const counts = { lines: 0, found: 0, unreadable: 0, failed: 0 };
  const { queue, close } = await openUsageQueue(destination, () => {
    counts.failed += 1;
  });
  // Not before the queue is open: lines that come while nobody iterates are lost.
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    counts.lines += 1;
    const found = findEvent(line);
    if (found.kind === "unreadable") {
      counts.unreadable += 1;
      complain(`line ${counts.lines} can't be sent: ${found.problem}\n`);
    } else if (found.kind === "event") {
      counts.found += 1;
      void queue.send(found.event);
      if (counts.found % eventsAtOnce === 0) await queue.drained();
    }
  }
  await queue.drained();
  close();
  return counts;
};

/**
 * Sends the `usage_event_undelivered` events of a log to the usage queue again.
 *
 * @returns the exit code: 0 where every event found was sent, 1 where one was not, 2 where the
 * command was called wrongly.
 */
export const redeliver = async ({
  args,
  env,
  stdin,
  print,
  complain,
}: RedeliverWorld): Promise<number> => {
  try {
    const options = readOptions(args);
    if (options === "help") {
      print(`${usage}\n`);
      return 0;
    }
    const destination = await readDestination(options, env);
    const input = options.file === undefined ? stdin : await openFile(options.file);
    const { lines, found, unreadable, failed } = await deliver(input, destination, complain);
    print(
      `${lines} lines read, ${found} undelivered events found, ${found - failed} sent, ${failed} failed, ${unreadable} unreadable\n`,
    );
    return failed + unreadable > 0 ? 1 : 0;
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    complain(`${message}\n${error instanceof UsageError ? `${usage}\n` : ""}`);
    return error instanceof UsageError ? 2 : 1;
  }
};
