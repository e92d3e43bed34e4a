import { setTimeout as sleep } from "node:timers/promises";
import type { Case, Client, Target } from "./case";
import type { Column } from "./columns";
import { type Refusal, refusalOf } from "./refusals";

/** One case of one client in one column, and how it went. */
export type Cell = {
  readonly client: string;
  readonly name: string;
  readonly column: Column;
  readonly verdict: "passed" | "refused" | "failed";
  /** Why it was refused, or how it failed. */
  readonly why?: string;
};

type Outcome = Pick<Cell, "verdict" | "why">;
type Job = Pick<Cell, "client" | "name"> & { readonly run: Case; readonly target: Target };

const mostMs = 30_000;
const mostCharacters = 500;

/** All that an error says, its causes and the answer's body included. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { responseBody } = error as { responseBody?: unknown };
  const cause = error.cause === undefined ? "" : ` (${wordsOf(error.cause)})`;
  const body = typeof responseBody === "string" ? ` ${responseBody}` : "";
  return `${error.name}: ${error.message}${body}${cause}`.replaceAll(/\s+/g, " ");
};

const shortened = (text: string) => text.slice(0, mostCharacters);

const errorOf = async (run: Case, target: Target): Promise<{ error: unknown } | undefined> => {
  const stopped = new AbortController();
  const tooLong = sleep(mostMs, undefined, { signal: stopped.signal, ref: false }).then(() => {
    throw new Error(`nothing came of it within ${mostMs} ms`);
  });
  tooLong.catch(() => undefined);
  try {
    await Promise.race([run(target), tooLong]);
    return undefined;
  } catch (error) {
    return { error };
  } finally {
    stopped.abort();
  }
};

const judge = (failure: { error: unknown } | undefined, refusal: Refusal | undefined): Outcome => {
  if (!refusal) {
    return failure
      ? { verdict: "failed", why: shortened(wordsOf(failure.error)) }
      : { verdict: "passed" };
  }
  if (!failure) return { verdict: "failed", why: `was to be refused: ${refusal.because}` };
  const said = wordsOf(failure.error);
  return refusal.says.test(said)
    ? { verdict: "refused", why: refusal.because }
    : {
        verdict: "failed",
        why: `was to be refused with ${String(refusal.says)}: ${shortened(said)}`,
      };
};

const runJob = async ({ client, name, run, target }: Job): Promise<Cell> => {
  const { column } = target;
  const failure = await errorOf(run, target);
  return { client, name, column, ...judge(failure, refusalOf(client, name, column)) };
};

const targetsFor = (model: string | undefined, targets: readonly Target[]): readonly Target[] =>
  model === undefined ? targets : targets.slice(0, 1).map((target) => ({ ...target, model }));

/**
 * Runs every case of every client on every target, some at a time.
 *
 * @returns the cells in the order of clients, cases and targets.
 */
export const runCells = async (
  clients: readonly Client[],
  targets: readonly Target[],
  atOnce = 6,
): Promise<readonly Cell[]> => {
  const jobs: Job[] = clients.flatMap(({ name: client, cases, model }) =>
    Object.entries(cases).flatMap(([name, run]) =>
      targetsFor(model, targets).map((target) => ({ client, name, run, target })),
    ),
  );
  const cells: Cell[] = [];
  const left = jobs.entries();
  const work = async () => {
    for (const [at, job] of left) cells[at] = await runJob(job);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return cells;
};
