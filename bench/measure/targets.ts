import type { Usage } from "../processes/role";
import type { Stage } from "../stage";

/** What the same load is sent to. */
export type TargetName = "direct" | "passThrough" | "gateway";

export type Target = {
  readonly name: TargetName;
  readonly url: string;
  readonly apiKey: string;
  /** What its process has used; the upstream itself is nobody's to measure. */
  readonly usage?: () => Promise<Usage>;
};

export const targetsOf = (stage: Stage): readonly Target[] => {
  const { upstreamUrl, passThroughUrl, gatewayUrl, limitedKey: apiKey } = stage;
  return [
    { name: "direct", url: upstreamUrl, apiKey },
    { name: "passThrough", url: passThroughUrl, apiKey, usage: () => stage.passThrough.usage() },
    { name: "gateway", url: gatewayUrl, apiKey, usage: () => stage.gateway.usage() },
  ];
};

/** The targets in another order each round: whoever goes first has no lasting advantage. */
export const rotated = <T>(items: readonly T[], by: number): readonly T[] => {
  const first = by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
};
