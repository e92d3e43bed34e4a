import type { Offer } from "../../core/catalog/offer";

/** One model of the sandbox: its offer, and how it behaves. */
export type SandboxModel = {
  readonly offer: Offer;
  /** How it talks when the pace is `realistic`. */
  readonly speed: { readonly firstTokenMs: number; readonly tokensPerSecond: number };
  /** How many sentences a text answer has, at least and at most: able models say more. */
  readonly sentences: readonly [number, number];
  /** Tokens it thinks before it answers, at least and at most; both 0 for most. */
  readonly thinking: readonly [number, number];
  /** It thinks also where nobody says that it should. */
  readonly thinksUnasked: boolean;
};
