import type { PriceRow, RatesRow } from "../../core/catalog/offer-row";
import type { Note } from "./genai-cards";
import { microUsdOf } from "./micro-usd";
import type { ModelsDevCost } from "./models-dev";

type Rates = Pick<
  ModelsDevCost,
  "input" | "output" | "cache_read" | "cache_write" | "reasoning"
> & {
  readonly input_audio?: number | undefined;
};

const toRates = (raw: Rates, note: Note): RatesRow | undefined => {
  const whole = (field: string, usd: number) => {
    const { price, exact } = microUsdOf(usd);
    if (!exact) note(field, "rounded-up", `${usd} USD per million is no whole µUSD: ${price}`);
    return price;
  };
  if (raw.input === undefined || raw.output === undefined) return undefined;
  return {
    input: whole("input", raw.input),
    output: whole("output", raw.output),
    ...(raw.cache_read === undefined ? {} : { cacheRead: whole("cacheRead", raw.cache_read) }),
    ...(raw.cache_write === undefined
      ? {}
      : { cacheWrite5m: whole("cacheWrite5m", raw.cache_write) }),
    ...(raw.reasoning === undefined ? {} : { reasoning: whole("reasoning", raw.reasoning) }),
    ...(raw.input_audio === undefined ? {} : { audioInput: whole("audioInput", raw.input_audio) }),
  };
};

/**
 * The one, undated price card of a models.dev row. A tier's `size` is the largest input that is
 * still below it: its older form was named `context_over_200k`, and the rates hold for the whole
 * request.
 */
export const modelsDevCard = (
  cost: ModelsDevCost | undefined,
  note: Note,
): PriceRow | undefined => {
  if (!cost) return undefined;
  // Two rows of Together write `cached_input` for `cache_read`.
  const base = toRates({ ...cost, cache_read: cost.cache_read ?? cost.cached_input }, note);
  if (!base) return undefined;
  const tiers = (cost.tiers ?? []).flatMap(({ tier, ...raw }) => {
    const rates = toRates(raw, note);
    return rates ? [{ above: tier.size, ...rates }] : [];
  });
  return { from: "m", ...base, ...(tiers.length > 0 ? { tiers } : {}) };
};
