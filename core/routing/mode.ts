/** How far the router may trade quality for cost. */
export const routingModes = ["off", "quality", "balanced", "cost"] as const;

export type RoutingMode = (typeof routingModes)[number];

/** The share of the reference's expected quality that each mode promises to keep. */
export const promisedQuality: Readonly<Record<RoutingMode, number>> = {
  off: 1,
  quality: 0.99,
  balanced: 0.97,
  cost: 0.93,
};

export const isRoutingMode = (text: string): text is RoutingMode =>
  (routingModes as readonly string[]).includes(text);
