import * as z from "zod";
import type { AnswerFacts, EventFacts } from "../adapter";
import { toFailure } from "./errors";
import { readUsage } from "./usage";

const text = z.string().nullish();

const deltaSchema = z.object({
  content: z.unknown().optional(),
  reasoning_content: text,
  reasoning: text,
  refusal: text,
  tool_calls: z
    .array(z.object({ function: z.object({ name: text, arguments: text }).nullish() }))
    .nullish(),
});

const chunkSchema = z.object({
  choices: z.array(z.object({ delta: deltaSchema.nullish(), finish_reason: text })).nullish(),
  usage: z.unknown().optional(),
  error: z.unknown().optional(),
});

const answerSchema = z.object({
  choices: z.array(z.object({ message: deltaSchema.nullish() })),
  usage: z.unknown().optional(),
});

type Delta = z.infer<typeof deltaSchema>;

const lengthOf = (delta: Delta | null | undefined): number => {
  if (!delta) return 0;
  const { content, reasoning_content, reasoning, refusal, tool_calls } = delta;
  const said = [typeof content === "string" ? content : "", reasoning_content, reasoning, refusal];
  const called = (tool_calls ?? []).flatMap((call) => [
    call.function?.name,
    call.function?.arguments,
  ]);
  return [...said, ...called].reduce((sum, piece) => sum + (piece?.length ?? 0), 0);
};

const nothing: EventFacts = { onlyUsage: false, outputText: 0, finished: false, end: false };

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** One `data:` payload of a chat completions stream. */
export const readEvent = (data: string): EventFacts => {
  if (data === "[DONE]") return { ...nothing, finished: true, end: true };
  const value = parse(data);
  const parsed = chunkSchema.safeParse(value);
  if (!parsed.success) return nothing;
  const { choices, usage, error } = parsed.data;
  const failure = error == null ? undefined : toFailure(value);
  const tokens = usage == null ? undefined : readUsage(usage);
  return {
    ...(tokens && { tokens }),
    ...(failure && { failure }),
    onlyUsage: tokens !== undefined && (choices?.length ?? 0) === 0,
    outputText: (choices ?? []).reduce((sum, { delta }) => sum + lengthOf(delta), 0),
    finished: (choices ?? []).some(({ finish_reason }) => finish_reason != null),
    end: false,
  };
};

/** A whole chat completion; undefined where the body is none. */
export const readAnswer = (body: string): AnswerFacts | undefined => {
  const parsed = answerSchema.safeParse(parse(body));
  if (!parsed.success) return undefined;
  const { choices, usage } = parsed.data;
  const tokens = readUsage(usage);
  return {
    ...(tokens && { tokens }),
    outputText: choices.reduce((sum, { message }) => sum + lengthOf(message), 0),
  };
};
