import type { TotalsAnswer } from "../../../../../core/contract/usage";
import type { SeriesNumber } from "../../../charts/token-color";
import { formatPlural } from "../../../format/count";
import type { MapLevel } from "./map-level";

export type Tile = {
  /** Tells tiles of a level apart. */
  readonly id: string;
  /** undefined: all that is not listed by itself. */
  readonly value: string | undefined;
  readonly label: string;
  readonly totals: TotalsAnswer;
  readonly color: SeriesNumber;
};

const otherId = "other";

/** Every value of a level, and what is left over as one. */
export const tilesOf = (
  level: MapLevel,
  colorOf: (value: string | undefined) => SeriesNumber,
): readonly Tile[] => [
  ...level.entries.map(({ value, label, totals }) => ({
    id: `=${value}`,
    value,
    label,
    totals,
    color: colorOf(value),
  })),
  ...(level.other
    ? [
        {
          id: otherId,
          value: undefined,
          label: `Other (${level.other.values})`,
          totals: level.other.totals,
          color: "other" as const,
        },
      ]
    : []),
];

/** "acme-corp: $520.10, 40.5%, 1,204 requests" is put together of these. */
export const requestsText = (totals: TotalsAnswer): string =>
  formatPlural(totals.requests, "request");
