import type { ProviderId } from "../../core/catalog/provider-id";

type Described = {
  readonly provider: ProviderId;
  readonly id: string;
  readonly ownDialect: boolean;
  readonly input: readonly string[];
  readonly output: readonly string[];
};

// They judge, transcribe or rank; what they answer is no reply to a message.
const notConversing = /guard|content-safety|moderation|rerank|ocr|-tts|transcribe|whisper|lyria/i;
const embedding = /embed/i;

/**
 * OpenAI's models that answer at `/v1/responses` only, at OpenAI and on Azure.
 * Source: https://github.com/block/goose/issues/5270 and
 * https://github.com/RooCodeInc/Roo-Code/pull/11952 (read 2026-11-24): codex and pro models refuse
 * chat completions on both.
 */
const responsesOnly = /codex|^(o1|o3|gpt-5(\.\d+)?)-pro|deep-research|computer-use/;

/**
 * What an offer is for; undefined: none of the catalog's business. Models that also answer with
 * images or sound are left out, as the price of a text token says nothing of those.
 */
export const kindOf = (row: Described): "chat" | "embedding" | "other-api" | undefined => {
  if (embedding.test(row.id)) return row.input.includes("text") ? "embedding" : undefined;
  if (!row.input.includes("text") || row.output.join() !== "text") return undefined;
  if (notConversing.test(row.id)) return undefined;
  const isOpenAi = row.provider === "openai" || row.provider === "azure";
  return !row.ownDialect || (isOpenAi && responsesOnly.test(row.id)) ? "other-api" : "chat";
};
