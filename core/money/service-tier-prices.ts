import type { ProviderId } from "../catalog/provider-id";

/** What a provider charges for a service tier beside its standard one, as a part of that one's rates. */
export type ServiceTierPrice = {
  readonly provider: ProviderId;
  /** The offers that it holds for, by their ids. */
  readonly models: RegExp;
  /** As the provider's answers name it, in lower case. */
  readonly names: readonly string[];
  /**
   * Every rate, of cached tokens as well, is the standard one times the first, divided by the second.
   * Not a decimal, as $0.15 becomes $0.25; and not a price, so that it holds for cards of any day.
   */
  readonly times: readonly [number, number];
  /** Prompts beyond the card's first price tier are not served so. */
  readonly shortPromptsOnly?: true;
  /** Where it was read, and the ISO day of what was read. */
  readonly source: string;
  readonly takenOn: string;
};

type Row = Omit<ServiceTierPrice, "provider" | "names" | "source" | "takenOn">;
type Shared = Pick<ServiceTierPrice, "provider" | "names" | "source" | "takenOn">;
const all = (shared: Shared, rows: readonly Row[]): readonly ServiceTierPrice[] =>
  rows.map((row) => ({ ...shared, ...row }));

/** "Fast mode", until 2026-07-30 "priority processing": models up to GPT-5.6 answer with that name. */
const openaiFast = { provider: "openai", names: ["priority", "fast"] } as const;
const openaiFlex = { provider: "openai", names: ["flex"], times: [1, 2] } as const;

/**
 * A tier that is not here is unpriced, such as capacity that was bought ahead (Anthropic's priority
 * tier, OpenAI's scale tier, Groq's performance tier, Bedrock's reserved one), and those whose price
 * no source states in numbers: Bedrock's, xAI's and Azure's. So are Gemini's models whose price page
 * rounds (3.5 Flash-Lite), and Fireworks' whose rates change by unlike parts (Kimi K2.6, GLM 5.2).
 */
export const serviceTierPrices: readonly ServiceTierPrice[] = [
  ...all({ ...openaiFast, source: "https://openai.com/api-fast-mode/", takenOn: "2026-07-30" }, [
    { models: /^gpt-5\.6-(sol|terra|luna)$/, times: [2, 1], shortPromptsOnly: true },
    { models: /^gpt-5\.5$/, times: [5, 2], shortPromptsOnly: true },
    { models: /^gpt-5\.4(-mini)?$/, times: [2, 1], shortPromptsOnly: true },
    { models: /^gpt-5(\.[12])?$/, times: [2, 1] },
    { models: /^gpt-5(\.1)?-codex$/, times: [2, 1] },
    { models: /^gpt-5-mini$/, times: [9, 5] },
    { models: /^gpt-4\.1(-mini)?$/, times: [7, 4] },
    { models: /^gpt-4\.1-nano$/, times: [2, 1] },
    { models: /^gpt-4o(-2024-(08-06|11-20))?$/, times: [17, 10] },
    { models: /^gpt-4o-2024-05-13$/, times: [7, 4] },
    { models: /^gpt-4o-mini$/, times: [5, 3] },
    { models: /^o3$/, times: [7, 4] },
    { models: /^o4-mini$/, times: [20, 11] },
  ]),
  ...all(
    {
      ...openaiFast,
      source: "https://developers.openai.com/api/docs/models (gpt-6-astra, gpt-6-sol, gpt-6-luna)",
      takenOn: "2026-09-23",
    },
    [{ models: /^gpt-6-(astra|sol|luna)$/, times: [2, 1] }],
  ),
  {
    ...openaiFlex,
    models:
      /^(gpt-6-(astra|sol|luna)|gpt-5\.6-(sol|terra|luna)|gpt-5\.5|gpt-5\.4(-mini|-nano|-pro)?)$/,
    source: "https://developers.openai.com/api/docs/pricing (Flex)",
    takenOn: "2026-09-23",
  },
  {
    ...openaiFlex,
    models: /^gpt-5\.5-pro$/,
    shortPromptsOnly: true,
    source: "https://developers.openai.com/api/docs/pricing (Flex)",
    takenOn: "2026-07-24",
  },
  {
    ...openaiFlex,
    models: /^(gpt-5(\.[12]|-mini|-nano)?|o3|o4-mini)$/,
    source: "https://developers.openai.com/api/docs/pricing (Flex)",
    takenOn: "2026-07-24",
  },
  {
    provider: "gemini",
    names: ["priority"],
    models:
      /^gemini-(3-flash-preview|3-pro-preview|3\.1-pro-preview|3\.1-flash-lite|3\.[5-8]-flash)$/,
    times: [9, 5],
    source: "https://ai.google.dev/gemini-api/docs/pricing (Priority)",
    takenOn: "2026-09-05",
  },
  {
    provider: "gemini",
    names: ["flex"],
    models: /^gemini-(3\.1-flash-lite|3\.[678]-flash)$/,
    times: [1, 2],
    source: "https://ai.google.dev/gemini-api/docs/pricing (Flex)",
    takenOn: "2026-09-05",
  },
  ...all(
    {
      provider: "anthropic",
      // Not a tier there but a speed, told by `usage.speed`.
      names: ["fast"],
      source: "https://platform.claude.com/docs/en/about-claude/pricing#fast-mode-pricing",
      takenOn: "2026-09-23",
    },
    [{ models: /^claude-opus-(4-8|5|5-5)$/, times: [2, 1] }],
  ),
  ...all(
    {
      provider: "anthropic",
      // Told by `usage.inference_geo`; older models refuse to be asked for it.
      names: ["us"],
      source: "https://platform.claude.com/docs/en/about-claude/pricing#data-residency-pricing",
      takenOn: "2026-09-23",
    },
    [{ models: /^claude-((opus|sonnet)-4-[6-9]|[a-z]+-5(-\d)?)$/, times: [11, 10] }],
  ),
  {
    provider: "groq",
    names: ["flex"],
    models: /./,
    times: [1, 1],
    source: "https://console.groq.com/docs/flex-processing",
    takenOn: "2026-11-24",
  },
  ...all(
    {
      provider: "fireworks",
      names: ["priority"],
      source: "https://docs.fireworks.ai/serverless/pricing (Priority)",
      takenOn: "2026-09-01",
    },
    [
      { models: /\/models\/(kimi-k2p7-code|minimax-m3)$/, times: [3, 2] },
      { models: /\/models\/gpt-oss-120b$/, times: [6, 5] },
    ],
  ),
];
