import type { Pool } from "./pool";
import { always, outcomeOf, sumOver } from "./select";
import type { Sweep } from "./sweep";

const settings = Array.from({ length: 51 }, (_, step) => step / 50);

/** The baseline: the longest prompts go to the strongest model, all others to the cheapest. */
export const wordCountSweep = (pool: Pool): Sweep => {
  const all = Int32Array.from({ length: pool.count }, (_, at) => at);
  const costs = pool.models.map((_, model) =>
    sumOver(outcomeOf(pool, always(pool, model)).costs, all),
  );
  const cheapest = costs.indexOf(Math.min(...costs));
  const order = all.slice().sort((a, b) => (pool.words[b] as number) - (pool.words[a] as number));
  return {
    settings,
    outcomes: settings.map((share) => {
      const selection = always(pool, cheapest);
      for (const prompt of order.subarray(0, Math.round(share * pool.count))) {
        selection[prompt] = pool.strongest;
      }
      return outcomeOf(pool, selection);
    }),
    strongest: outcomeOf(pool, always(pool, pool.strongest)),
  };
};
