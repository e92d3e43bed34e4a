import { type DimensionQuery, dimensionFilter } from "./query/dimension-filter";
import { dimensionsOf } from "./rollup";
import type { UsageEvent } from "./usage-event";

type AnyOf = string | readonly string[] | undefined;

/** What only rows can answer: totals don't know it. */
export type RowQuery = {
  readonly requested?: AnyOf;
  readonly environment?: AnyOf;
  readonly outcome?: AnyOf;
  readonly status?: AnyOf;
  readonly mode?: AnyOf;
  readonly endpoint?: AnyOf;
  readonly moved?: "true" | "false" | undefined;
};

/** Every filter of requests; one that is not given lets all through. */
export type RequestQuery = DimensionQuery & RowQuery;

/** What an event says to a filter; empty: nothing. */
const rowValues = {
  requested: ({ requested }: UsageEvent) => requested,
  environment: ({ environment }: UsageEvent) => environment,
  outcome: ({ outcome }: UsageEvent) => outcome,
  status: ({ status }: UsageEvent) => String(status),
  mode: ({ mode }: UsageEvent) => mode ?? "",
  endpoint: ({ endpoint }: UsageEvent) => endpoint,
} as const;

const rowNames = Object.keys(rowValues) as (keyof typeof rowValues)[];

/** Whether another model than the one asked for answered; `auto` asked for none. */
const isMoved = ({ requested, used, reference }: UsageEvent): boolean =>
  requested !== "auto" && used !== undefined && reference !== undefined
    ? used.model !== reference.model
    : false;

/** Whether rows must be looked through, as totals can't tell. */
export const asksRows = (query: RequestQuery): boolean =>
  query.moved !== undefined || rowNames.some((name) => query[name] !== undefined);

/** Whether a request matches every filter that is given; by dimensions as totals match them. */
export const requestFilter = (query: RequestQuery): ((event: UsageEvent) => boolean) => {
  const byDimensions = dimensionFilter(query);
  const wanted = rowNames.flatMap((name) => {
    const values = query[name];
    if (values === undefined) return [];
    return [
      { told: rowValues[name], values: new Set(typeof values === "string" ? [values] : values) },
    ];
  });
  const { moved } = query;
  return (event) =>
    byDimensions(dimensionsOf(event)) &&
    wanted.every(({ told, values }) => values.has(told(event))) &&
    (moved === undefined || isMoved(event) === (moved === "true"));
};
