import type { Modality, Offer } from "../../core/catalog/offer";
import type { Dialect } from "../../core/chat/dialect";
import type { Tokens } from "../../core/money/amounts";
import type { PriceTier, Rates } from "../../core/money/price-card";
import type { SandboxModel } from "./model";

const takenOn = "2026-11-24";
const source = "pretend: SmashCost's sandbox bills nobody";

/** Pretend prices, in whole µUSD per million tokens. */
type PretendRates = { readonly [rate in keyof Rates]: number };

/** What is said of a model, beside what most of them have in common. */
export type Traits = Omit<SandboxModel, "offer" | "thinking" | "thinksUnasked"> &
  Partial<Pick<SandboxModel, "thinking" | "thinksUnasked">> & {
    readonly id: string;
    readonly kind?: "embedding";
    readonly api?: Dialect;
    readonly name: string;
    readonly rates: PretendRates;
    /** Rates above 200,000 input tokens. */
    readonly longRates?: PretendRates;
    readonly contextTokens: number;
    readonly outputTokens: number;
    readonly input?: readonly Modality[];
    readonly can?: Partial<Offer["can"]>;
    /** On the scale of the Artificial Analysis index, where gpt-4o-mini has 13 and gpt-4o 17. */
    readonly ability: number;
  };

const tier = (rates: PretendRates, aboveInputTokens: number): PriceTier => ({
  ...(rates as Rates),
  aboveInputTokens: aboveInputTokens as Tokens,
});

/** A model of the sandbox with its offer. */
export const describeModel = ({
  id,
  name,
  rates,
  longRates,
  ability,
  ...traits
}: Traits): SandboxModel => ({
  speed: traits.speed,
  sentences: traits.sentences,
  thinking: traits.thinking ?? [0, 0],
  thinksUnasked: traits.thinksUnasked ?? false,
  offer: {
    provider: "sandbox",
    id,
    name,
    family: "sandbox",
    ...(traits.kind && { kind: traits.kind }),
    ...(traits.api && { api: traits.api }),
    status: "active",
    limits: {
      contextTokens: traits.contextTokens as Tokens,
      outputTokens: traits.outputTokens as Tokens,
    },
    input: traits.input ?? ["text"],
    output: ["text"],
    can: {
      tools: true,
      structuredOutput: true,
      reasoning: false,
      temperature: true,
      ...traits.can,
    },
    prices: [
      {
        tiers: longRates ? [tier(rates, 0), tier(longRates, 200_000)] : [tier(rates, 0)],
        source,
        takenOn,
      },
    ],
    ability: { score: ability, basis: "declared", source },
    source,
    takenOn,
  },
});
