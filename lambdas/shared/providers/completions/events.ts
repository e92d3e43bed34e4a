import * as z from "zod";
import { tokenWeight } from "../../../../core/chat/estimate-tokens";
import { parseJson } from "../../parse-json";
import type { AnswerFacts, EventFacts } from "../adapter";
import { toFailure } from "./errors";
import { readUsage } from "./usage";

// What is only measured may be of any shape: an odd field must not hide the count beside it.
const text = z.string().nullish().catch(undefined);

const deltaSchema = z
  .object({
    content: text,
    reasoning_content: text,
    reasoning: text,
    refusal: text,
    tool_calls: z
      .array(z.object({ function: z.object({ name: text, arguments: text }).nullish() }))
      .nullish()
      .catch(undefined),
  })
  .nullish()
  .catch(undefined);

const common = { usage: z.unknown().optional(), service_tier: text };

const chunkSchema = z.object({
  ...common,
  choices: z.array(z.object({ delta: deltaSchema, finish_reason: text })).nullish(),
  error: z.unknown().optional(),
});

const answerSchema = z.object({
  ...common,
  choices: z.array(z.object({ message: deltaSchema })),
});

/** Tiers billed as the price list says; `flex`, `priority` and the like have prices of their own. */
const listedTiers: readonly unknown[] = [undefined, null, "auto", "default", "standard"];

const weightOf = (delta: z.infer<typeof deltaSchema>): number => {
  if (!delta) return 0;
  const { content, reasoning_content, reasoning, refusal, tool_calls } = delta;
  const called = (tool_calls ?? []).flatMap((call) => [
    call.function?.name,
    call.function?.arguments,
  ]);
  return [content, reasoning_content ?? reasoning, refusal, ...called].reduce(
    (sum, piece) => sum + (piece ? tokenWeight(piece) : 0),
    0,
  );
};

const calls = (delta: z.infer<typeof deltaSchema>): boolean => (delta?.tool_calls ?? []).length > 0;

const nothing: EventFacts = {
  onlyUsage: false,
  outputWeight: 0,
  finishes: 0,
  end: false,
  otherRates: false,
};

/** One `data:` payload of a chat completions stream. */
export const readEvent = (data: string): EventFacts => {
  if (data === "[DONE]") return { ...nothing, end: true };
  const value = parseJson(data);
  const parsed = chunkSchema.safeParse(value);
  if (!parsed.success) return nothing;
  const { usage, error, service_tier } = parsed.data;
  const choices = parsed.data.choices ?? [];
  const failure = error == null ? undefined : toFailure(value);
  const read = usage == null ? undefined : readUsage(usage);
  return {
    ...(read && { tokens: read.tokens }),
    ...(failure && { failure }),
    onlyUsage: read !== undefined && choices.length === 0,
    outputWeight: choices.reduce((sum, { delta }) => sum + weightOf(delta), 0),
    ...(choices.some(({ delta }) => calls(delta)) && { callsTools: true }),
    finishes: choices.filter(({ finish_reason }) => finish_reason != null).length,
    end: false,
    otherRates: read?.hasAudio === true || !listedTiers.includes(service_tier),
  };
};

/** A whole chat completion; undefined where the body is none. */
export const readAnswer = (body: string): AnswerFacts | undefined => {
  const parsed = answerSchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { choices, usage, service_tier } = parsed.data;
  const read = readUsage(usage);
  return {
    ...(read && { tokens: read.tokens }),
    outputWeight: choices.reduce((sum, { message }) => sum + weightOf(message), 0),
    ...(choices.some(({ message }) => calls(message)) && { callsTools: true }),
    otherRates: read?.hasAudio === true || !listedTiers.includes(service_tier),
  };
};
