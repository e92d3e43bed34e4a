import * as z from "zod";
import { messageSchema } from "./message-schema";

const count = z.int().positive();
const penalty = z.number().min(-2).max(2);

const tool = z.looseObject({
  // Mistral's clients leave it out for functions.
  type: z.string().optional(),
  function: z
    .looseObject({
      name: z.string().min(1),
      description: z.string().optional(),
      parameters: z.looseObject({}).optional(),
    })
    .optional(),
});

const responseFormat = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("text") }),
  z.looseObject({ type: z.literal("json_object") }),
  z.looseObject({
    type: z.literal("json_schema"),
    json_schema: z.looseObject({ name: z.string(), schema: z.looseObject({}).optional() }),
  }),
]);

/**
 * A chat completions request. Every field that OpenAI documents and the gateway reads is checked
 * with OpenAI's own bounds; others pass untouched to the provider, which judges them itself.
 * @see https://platform.openai.com/docs/api-reference/chat/create (read 2026-11-24, by the types of
 * the `openai` package 6.49)
 */
export const chatRequestSchema = z.looseObject({
  // It stands in the record of the request; Bedrock's ARNs, the longest names, have some 200.
  model: z.string().min(1).max(512),
  messages: z.array(messageSchema).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  max_tokens: count.nullish(),
  max_completion_tokens: count.nullish(),
  n: count.max(128).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  frequency_penalty: penalty.nullish(),
  presence_penalty: penalty.nullish(),
  stop: z.union([z.string(), z.array(z.string()).max(4)]).nullish(),
  // Seeds have 64 bits: beyond what a number holds exactly, and so beyond what `z.int` takes.
  seed: z.number().nullish(),
  logprobs: z.boolean().nullish(),
  top_logprobs: z.int().min(0).max(20).nullish(),
  tools: z.array(tool).nullish(),
  tool_choice: z.union([z.string(), z.looseObject({ type: z.string() })]).nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  functions: z.array(z.looseObject({ name: z.string() })).nullish(),
  response_format: responseFormat.nullish(),
  reasoning_effort: z.string().nullish(),
  modalities: z.array(z.string()).nullish(),
  user: z.string().nullish(),
});

export type ChatRequest = z.infer<typeof chatRequestSchema>;
