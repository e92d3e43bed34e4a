import type { OfferRow } from "../../core/catalog/offer-row";
import type { ProviderId } from "../../core/catalog/provider-id";
import type { reachOf } from "./models-dev-provider";

type Described = {
  readonly provider: ProviderId;
  readonly id: string;
  readonly reach: ReturnType<typeof reachOf>;
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

/** What an offer is for, and the dialect it is spoken to in where that is not its provider's first. */
export type Purpose = {
  readonly kind: "chat" | NonNullable<OfferRow["kind"]>;
  readonly api?: NonNullable<OfferRow["api"]>;
};

/**
 * What an offer is for; undefined: none of the catalog's business. Models that also answer with
 * images or sound are left out, as the price of a text token says nothing of those.
 */
export const purposeOf = (row: Described): Purpose | undefined => {
  if (embedding.test(row.id)) return row.input.includes("text") ? { kind: "embedding" } : undefined;
  if (!row.input.includes("text") || row.output.join() !== "text") return undefined;
  if (notConversing.test(row.id)) return undefined;
  if (row.reach === "elsewhere") return { kind: "other-api" };
  if (row.reach === "messages") return { kind: "chat", api: "messages" };
  const isOpenAi = row.provider === "openai" || row.provider === "azure";
  return isOpenAi && responsesOnly.test(row.id)
    ? { kind: "chat", api: "responses" }
    : { kind: "chat" };
};
