import type { PeriodAnswer } from "../../../../core/contract/period";

/** The requests behind a figure of the simulation: its period and filters, and more. */
export const requestsHref = (
  { from, to }: PeriodAnswer,
  filters: Readonly<Record<string, readonly string[] | undefined>>,
): string => {
  const search = new URLSearchParams({ from, to });
  for (const [name, values = []] of Object.entries(filters)) {
    for (const value of values) search.append(name, value);
  }
  return `/requests?${search.toString()}`;
};
