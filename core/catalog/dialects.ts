import type { Dialect } from "../chat/dialect";
import type { ProviderId } from "./provider-id";

type Spoken = readonly [Dialect, ...Dialect[]];

const completionsAlone: Spoken = ["completions"];

/** What providers are spoken to in beside chat completions, or instead: the first is preferred. */
const others: Partial<Record<ProviderId, Spoken>> = {
  openai: ["completions", "responses"],
  azure: ["completions", "responses"],
  anthropic: ["messages"],
  gemini: ["gemini"],
  bedrock: ["converse"],
};

/** The dialects in which a provider serves its models. */
export const dialectsOf = (provider: ProviderId): Spoken => others[provider] ?? completionsAlone;
