import type { Thinking } from "./asked";

const times: Readonly<Record<string, number>> = {
  minimal: 0.1,
  low: 0.5,
  medium: 1,
  high: 2,
  xhigh: 3,
  max: 4,
};

/** How much is thought for a word such as `high`. */
export const thinkingOf = (effort: string | null | undefined): Thinking => {
  if (effort == null) return "unsaid";
  return effort === "none" ? "off" : { times: times[effort] ?? 1 };
};
