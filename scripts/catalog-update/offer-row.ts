import type { OfferRow, PriceRow } from "../../core/catalog/offer-row";
import type { Ability } from "./ability";
import type { ModelsDevRow } from "./models-dev";
import type { Purpose } from "./purpose-of";

/** What is known of one offer before it is written as a row. */
export type Offered = Purpose & {
  readonly id: string;
  readonly name: string;
  readonly row: ModelsDevRow;
  readonly retired: boolean;
  readonly like?: string;
  readonly context?: number | undefined;
  readonly prices: readonly PriceRow[];
};

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const positive = (key: "context" | "maxInput" | "maxOutput", count: number | undefined) =>
  count ? { [key]: count } : {};

/** An offer as its line in the file; what has the default is left out, in one fixed order. */
export const offerRow = (offer: Offered, ability: Ability): OfferRow => {
  const { row, kind } = offer;
  const isAssumed = offer.like !== undefined;
  const can = [
    row.tool_call === true && "tools",
    row.structured_output === true && "structuredOutput",
    row.reasoning === true && "reasoning",
    row.temperature === true && "temperature",
  ].filter((word) => word !== false);
  const input = row.modalities.input.join(" ");
  const released = isAssumed ? undefined : row.release_date;
  return {
    id: offer.id,
    name: offer.name,
    ...(row.family ? { family: row.family } : {}),
    ...(kind === "chat" ? {} : { kind }),
    ...(offer.api === undefined ? {} : { api: offer.api }),
    ...(offer.retired ? { retired: true } : {}),
    ...(released !== undefined && isDay(released) ? { releasedOn: released } : {}),
    ...positive("context", offer.context ?? row.limit.context),
    ...positive("maxInput", isAssumed ? undefined : row.limit.input),
    ...positive("maxOutput", kind === "embedding" ? undefined : row.limit.output),
    ...(input === "text" ? {} : { in: input }),
    ...(can.length > 0 ? { can: can.join(" ") } : {}),
    ...(offer.prices.length > 0 ? { prices: offer.prices } : {}),
    ...(kind === "embedding" ? { score: 0, basis: "declared" } : ability),
    ...(offer.like === undefined ? {} : { like: offer.like, basis: "family" }),
  };
};
