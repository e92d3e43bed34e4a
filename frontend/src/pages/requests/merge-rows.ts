import type { RequestRowAnswer } from "../../../../core/contract/requests";
import type { TotalsAnswer } from "../../../../core/contract/usage";

export type Row = RequestRowAnswer;

/** Ids sort by the time that requests came in. */
const newestFirst = (a: Row, b: Row): number => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/**
 * Rows of both, each id once, the newest first; where both have an id, that of `incoming` counts.
 *
 * @returns `known` itself where nothing came, so that nothing is drawn anew.
 */
export const mergeRows = (known: readonly Row[], incoming: readonly Row[]): readonly Row[] => {
  if (incoming.length === 0) return known;
  const byId = new Map(known.map((row) => [row.id, row]));
  for (const row of incoming) byId.set(row.id, row);
  return [...byId.values()].sort(newestFirst);
};

export type Sorted = { readonly fresh: readonly Row[]; readonly again: readonly Row[] };

/**
 * Which rows of a look are new, and which are shown already. The tail tells whole minutes again, so
 * an id that is older than all that was loaded is neither: it comes with its page.
 *
 * @param complete - no page is left to be loaded.
 */
export const sortIncoming = (
  shown: readonly Row[],
  incoming: readonly Row[],
  complete: boolean,
): Sorted => {
  const ids = new Set(shown.map(({ id }) => id));
  const oldest = shown.at(-1)?.id ?? "";
  return {
    fresh: incoming.filter(({ id }) => !ids.has(id) && (complete || id > oldest)),
    again: incoming.filter(({ id }) => ids.has(id)),
  };
};

/** What is said of all that match. Amounts are whole pUSD in decimal digits. */
export type Sums = {
  readonly requests: number;
  readonly cost: string;
  readonly saved: string;
  readonly unpriced: number;
  readonly unknownSaving: number;
};

const plus = (sum: string, amount: string | null): string =>
  String(BigInt(sum) + BigInt(amount ?? "0"));

/** The totals with rows that came after they were counted: exact, as amounts are integers. */
export const addRows = (totals: TotalsAnswer, rows: readonly Row[]): Sums =>
  rows.reduce<Sums>(
    (sums, { cost, saved }) => ({
      requests: sums.requests + 1,
      cost: plus(sums.cost, cost),
      saved: plus(sums.saved, saved),
      unpriced: sums.unpriced + Number(cost === null),
      unknownSaving: sums.unknownSaving + Number(saved === null),
    }),
    totals,
  );
