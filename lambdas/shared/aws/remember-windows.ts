import type { BudgetWindow } from "../../../core/money/budget-window";

type WindowOf = (timeZone: string, at: number) => BudgetWindow;

/** Windows are asked for by every request and change once a day. */
export const rememberWindows = () => {
  const known = new Map<WindowOf, Map<string, BudgetWindow>>();
  return (windowOf: WindowOf, timeZone: string, at: number): BudgetWindow => {
    const zones = known.get(windowOf) ?? new Map<string, BudgetWindow>();
    known.set(windowOf, zones);
    const last = zones.get(timeZone);
    if (last && last.start <= at && at < last.end) return last;
    const window = windowOf(timeZone, at);
    zones.set(timeZone, window);
    return window;
  };
};
