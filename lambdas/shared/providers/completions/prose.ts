import * as z from "zod";
import type { TokenLogprob } from "../../../../core/chat/neutral/event";
import type { Piece } from "./schema";

/** A stretch of what a model writes, beside calls. */
export type Prose = { readonly kind: "text" | "reasoning" | "refusal"; readonly text: string };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const textIn = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(textIn).join("");
  return isFields(value) && typeof value.text === "string" ? value.text : "";
};

/**
 * One part of a content that is a list, as Mistral's models that think say it.
 * @see https://github.com/mistralai/client-ts (ThinkChunk) (read 2026-11-24)
 */
const inPart = (part: unknown): Prose => {
  if (isFields(part) && part.type === "thinking") {
    return { kind: "reasoning", text: textIn(part.thinking) };
  }
  return { kind: "text", text: textIn(part) };
};

const contentOf = (content: unknown): Prose[] => {
  if (typeof content === "string") return [{ kind: "text", text: content }];
  return Array.isArray(content) ? content.map(inPart) : [];
};

/** OpenRouter's list of thoughts, in plain text or summed up; the encrypted ones say nothing. */
const detailText = (detail: unknown): string => {
  if (!isFields(detail)) return "";
  return textIn(detail.text) || textIn(detail.summary);
};

/** The names of what a model thinks: DeepSeek's, then Groq's, Cerebras' and OpenRouter's. */
const thoughtsOf = ({ reasoning_content, reasoning, reasoning_details }: Piece): string =>
  reasoning_content || reasoning || (reasoning_details ?? []).map(detailText).join("");

/** What a piece says in words, in order: thoughts come before what they lead to. */
export const proseOf = (piece: Piece): readonly Prose[] => {
  const prose: Prose[] = [
    { kind: "reasoning", text: thoughtsOf(piece) },
    ...contentOf(piece.content),
    { kind: "refusal", text: piece.refusal ?? "" },
  ];
  return prose.filter(({ text }) => text !== "");
};

const token = z.object({
  token: z.string(),
  logprob: z.number(),
  bytes: z.array(z.number()).nullish().catch(undefined),
});
const logprobsSchema = z.object({
  content: z.array(
    z.object({ ...token.shape, top_logprobs: z.array(token).optional().catch(undefined) }),
  ),
});

/** Those of the text, as OpenAI writes them; other shapes are passed over. */
export const readLogprobs = (value: unknown): readonly TokenLogprob[] | undefined => {
  if (value == null) return undefined;
  const parsed = logprobsSchema.safeParse(value);
  return parsed.success && parsed.data.content.length > 0 ? parsed.data.content : undefined;
};
