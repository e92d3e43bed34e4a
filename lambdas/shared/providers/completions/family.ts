import type { ProviderId } from "../../../../core/catalog/provider-id";
import { azure } from "./family/azure";
import { cerebras } from "./family/cerebras";
import { cohere } from "./family/cohere";
import { custom } from "./family/custom";
import { deepseek } from "./family/deepseek";
import { fireworks } from "./family/fireworks";
import { groq } from "./family/groq";
import { mistral } from "./family/mistral";
import { openai } from "./family/openai";
import { openrouter } from "./family/openrouter";
import { perplexity } from "./family/perplexity";
import { sandbox } from "./family/sandbox";
import { together } from "./family/together";
import { xai } from "./family/xai";
import type { FamilyRow } from "./family-row";

/** The providers that speak OpenAI's chat completions, a row each. */
export const family: Readonly<Partial<Record<ProviderId, FamilyRow>>> = {
  openai,
  azure,
  mistral,
  groq,
  deepseek,
  xai,
  together,
  fireworks,
  openrouter,
  cohere,
  perplexity,
  cerebras,
  custom,
  sandbox,
};
