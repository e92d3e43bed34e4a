import { setTimeout as sleep } from "node:timers/promises";

/** Asks until something is true of the answer; fails after `withinMs`, naming what was waited for. */
export const until = async <T>(
  what: string,
  ask: () => Promise<T>,
  isTrue: (answer: T) => boolean,
  withinMs = 10_000,
): Promise<T> => {
  const began = Date.now();
  for (;;) {
    const answer = await ask();
    if (isTrue(answer)) return answer;
    if (Date.now() - began > withinMs) throw new Error(`${what} did not come in ${withinMs} ms`);
    await sleep(100);
  }
};
