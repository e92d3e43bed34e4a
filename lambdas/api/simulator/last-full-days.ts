import { startOfLocalDay } from "../../../core/usage/time-zone";

/** So many whole days of a zone before today, whatever their hours. */
export const lastFullDays = (
  days: number,
  timeZone: string,
  now: number,
): { readonly from: number; readonly to: number } => {
  const to = startOfLocalDay(timeZone, now);
  let from = to;
  for (let day = 0; day < days; day += 1) from = startOfLocalDay(timeZone, from - 1);
  return { from, to };
};
