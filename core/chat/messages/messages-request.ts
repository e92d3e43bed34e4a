import * as z from "zod";
import { byType, textOr } from "./by-type";
import { cacheControlSchema, contentSchema, textBlockSchema } from "./content-block";

const cache_control = cacheControlSchema;

/** A tool of the caller's own has no type, or `custom`. */
const customTool = z.looseObject({
  type: z.literal("custom").nullish(),
  name: z.string().min(1),
  description: z.string().nullish(),
  input_schema: z.looseObject({}),
  strict: z.boolean().nullish(),
  cache_control,
});

export type CustomTool = z.infer<typeof customTool>;

const otherTool = z.looseObject({ type: z.string().refine((type) => type !== "custom") });

const tool = z.union([customTool, otherTool], {
  error: "expected a tool with name and input_schema, or one of anthropic's by its type",
});

const parallel = z.looseObject({ disable_parallel_tool_use: z.boolean().nullish() });

const format = byType({ json_schema: z.looseObject({ schema: z.looseObject({}) }) }).nullish();

const message = z.looseObject({
  role: z.enum(["user", "assistant", "system"]),
  content: contentSchema,
});

/** What `count_tokens` takes, and so all of a request but how it is to be answered. */
const counted = {
  // It stands in the record of the request; Bedrock's ARNs, the longest names, have some 200.
  model: z.string().min(1).max(512),
  messages: z.array(message).min(1),
  system: textOr(textBlockSchema).nullish(),
  tools: z.array(tool).nullish(),
  tool_choice: byType({
    auto: parallel,
    any: parallel,
    tool: parallel.extend({ name: z.string().min(1) }),
  }).nullish(),
  thinking: byType({
    enabled: z.looseObject({ budget_tokens: z.int().positive() }),
  }).nullish(),
  output_config: z.looseObject({ effort: z.string().nullish(), format }).nullish(),
  // Its older name, which callers of the first beta still send.
  output_format: format,
  cache_control,
};

export const countRequestSchema = z.looseObject(counted);

/**
 * A Messages request. What the gateway reads is checked with Anthropic's own bounds; all else passes
 * untouched to the provider, which judges it itself.
 * @see https://platform.claude.com/docs/en/api/messages (read 2026-11-24, by the types of the
 * `@anthropic-ai/sdk` package 1.12)
 */
export const messagesRequestSchema = z.looseObject({
  ...counted,
  // 0 only fills the prompt cache.
  max_tokens: z.int().nonnegative(),
  stream: z.boolean().nullish(),
  stop_sequences: z.array(z.string()).nullish(),
  temperature: z.number().min(0).max(1).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  top_k: z.int().nonnegative().nullish(),
  metadata: z.looseObject({ user_id: z.string().nullish() }).nullish(),
  service_tier: z.string().nullish(),
});

export type CountRequest = z.infer<typeof countRequestSchema>;
export type MessagesRequest = z.infer<typeof messagesRequestSchema>;
export type Message = z.infer<typeof message>;
