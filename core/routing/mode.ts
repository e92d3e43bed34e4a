import floors from "./artifact/floors.json";

/** How far the router may trade quality for cost. */
export const routingModes = ["off", "quality", "balanced", "cost"] as const;

export type RoutingMode = (typeof routingModes)[number];

/** The share of the reference's expected quality that each mode promises to keep on average. */
export const promisedQuality: Readonly<Record<RoutingMode, number>> = {
  off: 1,
  quality: 0.99,
  balanced: 0.97,
  cost: 0.93,
};

/**
 * The share of the reference's predicted quality that a single request must keep, so that all
 * together keep the promise: found by training on requests that it had not learned from, with a
 * margin for chance (docs/routing.md).
 */
export const acceptedQuality: Readonly<Record<RoutingMode, number>> = { off: 1, ...floors };

export const isRoutingMode = (text: string): text is RoutingMode =>
  (routingModes as readonly string[]).includes(text);
