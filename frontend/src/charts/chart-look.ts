import { tokenColor } from "./token-color";

const font = () => ({ family: tokenColor("--sans"), size: 12, lineHeight: 16 / 12 });

/** What all charts have: the page's letters and colors, and no motion. */
export const chartLook = () => ({
  animation: false as const,
  responsive: true,
  maintainAspectRatio: false,
  // Pages follow the pointer themselves.
  events: [],
  font: font(),
  color: tokenColor("--muted"),
});

/** An axis of categories, usually of time, below the bars. */
export const categoryAxis = () =>
  ({
    grid: { display: false },
    border: { color: tokenColor("--line") },
    ticks: { color: tokenColor("--muted"), font: font(), maxRotation: 0, autoSkipPadding: 16 },
  }) as const;

/** An axis of amounts from zero up. @param write - a compact text: axes alone are compact. */
export const amountAxis = (write: (amount: number) => string) =>
  ({
    beginAtZero: true,
    grid: { color: tokenColor("--line") },
    border: { display: false },
    ticks: {
      color: tokenColor("--muted"),
      font: font(),
      maxTicksLimit: 6,
      callback: (value: string | number) => write(Number(value)),
    },
  }) as const;
