const slotMs = 100;

export type Pace = {
  /** One more. */
  note(): void;
  /** How many come within a stretch of time, going by the last whole tenth of a second. */
  within(stretchMs: number): number;
};

/** Measures how busy this process is with one thing. */
export const createPace = (now: () => number): Pace => {
  let slot = 0;
  let current = 0;
  let last = 0;
  const turn = () => {
    const at = Math.floor(now() / slotMs);
    if (at === slot) return;
    last = at === slot + 1 ? current : 0;
    current = 0;
    slot = at;
  };
  return {
    note() {
      turn();
      current += 1;
    },
    within(stretchMs) {
      turn();
      return Math.floor((last * stretchMs) / slotMs);
    },
  };
};
