type Waiting<T, R> = {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
};

export type GroupCommitOptions = {
  /** From the start of one commit to the start of the next at least this long. @default 0 */
  readonly restMs?: number;
  readonly now?: () => number;
  readonly sleep?: (delayMs: number) => Promise<unknown>;
};

/**
 * Group commit: while one call is in flight, the next items gather and then share a call. A lone
 * item waits for nothing; a thousand share a trip. With a rest, a steady trickle shares calls too.
 *
 * @param commit - carries a batch and answers one result an item, in order; at most one runs at a time.
 */
export const createGroupCommit = <T, R>(
  commit: (batch: readonly T[]) => Promise<readonly R[]>,
  { restMs = 0, now = () => 0, sleep = () => Promise.resolve() }: GroupCommitOptions = {},
): ((item: T) => Promise<R>) => {
  let waiting: Waiting<T, R>[] = [];
  let busy = false;
  let nextAt = Number.NEGATIVE_INFINITY;

  const run = async (): Promise<void> => {
    // Items of the same turn of the event loop travel together.
    await Promise.resolve();
    while (waiting.length > 0) {
      if (restMs > 0 && now() < nextAt) await sleep(nextAt - now());
      nextAt = now() + restMs;
      const batch = waiting;
      waiting = [];
      try {
        const results = await commit(batch.map(({ item }) => item));
        for (const [at, { resolve }] of batch.entries()) resolve(results[at] as R);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    busy = false;
  };

  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy) return;
      busy = true;
      void run();
    });
};
