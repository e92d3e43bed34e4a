/** Many may share the lock, or one may have it alone; first come, first served. */
export type SharedLock = {
  share<Value>(run: () => Promise<Value>): Promise<Value>;
  exclusive<Value>(run: () => Promise<Value>): Promise<Value>;
};

type Waiter = { readonly alone: boolean; readonly enter: () => void };

/**
 * A reader/writer lock. Nobody starves: a waiter for the lock alone holds back those who come after
 * it, and is itself behind all who came before.
 */
export const createSharedLock = (): SharedLock => {
  const waiting: Waiter[] = [];
  let sharing = 0;
  let held = false;

  const admitNext = (): void => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      if (held || (next.alone && sharing > 0)) return;
      waiting.shift();
      if (next.alone) held = true;
      else sharing += 1;
      next.enter();
    }
  };

  const enter = (alone: boolean): Promise<void> =>
    new Promise((resolve) => {
      waiting.push({ alone, enter: resolve });
      admitNext();
    });

  return {
    async share(run) {
      await enter(false);
      try {
        return await run();
      } finally {
        sharing -= 1;
        admitNext();
      }
    },
    async exclusive(run) {
      await enter(true);
      try {
        return await run();
      } finally {
        held = false;
        admitNext();
      }
    },
  };
};
