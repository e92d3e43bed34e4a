import type { Sent } from "./send";

/** Sums over some requests, exact to the pico-dollar. */
export type Totals = {
  readonly requests: number;
  /** How often each model answered, most often first. */
  readonly models: readonly (readonly [model: string, times: number])[];
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** In pUSD, over the requests that are priced. */
  readonly cost: bigint;
  readonly unpriced: number;
  /** In pUSD, over the requests whose saving is known: what the requested model would have cost. */
  readonly referenceCost: bigint;
  /** In pUSD, over the same requests; may be negative. */
  readonly saved: bigint;
  readonly unknownSavings: number;
};

const countModels = (sent: readonly Sent[]): Totals["models"] => {
  const times = new Map<string, number>();
  for (const { model } of sent) times.set(model, (times.get(model) ?? 0) + 1);
  return [...times].sort(([a, many], [b, more]) => more - many || a.localeCompare(b));
};

export const totalsOf = (sent: readonly Sent[]): Totals => {
  const sum = (amount: (one: Sent) => bigint | undefined) =>
    sent.reduce((total, one) => total + (amount(one) ?? 0n), 0n);
  const count = (amount: (one: Sent) => number) =>
    sent.reduce((total, one) => total + amount(one), 0);
  return {
    requests: sent.length,
    models: countModels(sent),
    promptTokens: count(({ promptTokens }) => promptTokens),
    completionTokens: count(({ completionTokens }) => completionTokens),
    cost: sum(({ cost }) => cost),
    unpriced: sent.filter(({ cost }) => cost === undefined).length,
    // The gateway's `saved` is the reference's cost minus the cost.
    referenceCost: sum(({ cost, saved }) =>
      cost === undefined || saved === undefined ? undefined : cost + saved,
    ),
    saved: sum(({ saved }) => saved),
    unknownSavings: sent.filter(({ saved }) => saved === undefined).length,
  };
};

/** Totals of each task, the one with the most requests first. */
export const totalsByTask = (sent: readonly Sent[]): readonly (readonly [string, Totals])[] => {
  const byTask = new Map<string, Sent[]>();
  for (const one of sent) byTask.set(one.task, [...(byTask.get(one.task) ?? []), one]);
  return [...byTask]
    .map(([task, some]) => [task, totalsOf(some)] as const)
    .sort(([a, one], [b, other]) => other.requests - one.requests || a.localeCompare(b));
};
