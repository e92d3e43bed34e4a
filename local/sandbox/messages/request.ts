import * as z from "zod";
import { readJson } from "../read-json";
import { cacheControl, messageSchema, textBlock } from "./content-schema";
import { refuseBody } from "./errors";

const inputSchema = z.looseObject({ type: z.literal("object") });

const customTool = z.strictObject({
  type: z.literal("custom").nullish(),
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,128}$/),
  description: z.string().optional(),
  input_schema: inputSchema,
  strict: z.boolean().optional(),
  cache_control: cacheControl,
  allowed_callers: z.array(z.string()).optional(),
  defer_loading: z.boolean().optional(),
  eager_input_streaming: z.boolean().nullish(),
  input_examples: z.array(z.record(z.string(), z.unknown())).optional(),
});

/** A tool that Anthropic runs itself, such as `web_search_20250305`: taken, and never called. */
const serverTool = z.looseObject({
  type: z.string().regex(/^[a-z_]+_\d{8}$/),
  name: z.string().min(1),
});

const oneAtATime = { disable_parallel_tool_use: z.boolean().optional() };

const toolChoice = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("auto"), ...oneAtATime }),
  z.strictObject({ type: z.literal("any"), ...oneAtATime }),
  z.strictObject({ type: z.literal("tool"), name: z.string(), ...oneAtATime }),
  z.strictObject({ type: z.literal("none") }),
]);

const display = z.enum(["summarized", "omitted"]).nullish();
const thinking = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("enabled"), budget_tokens: z.int().min(1_024), display }),
  z.strictObject({ type: z.literal("adaptive"), display }),
  z.strictObject({ type: z.literal("disabled") }),
  z.strictObject({ type: z.literal("between_tools") }),
]);

const outputConfig = z.strictObject({
  effort: z.enum(["low", "medium", "high", "xhigh", "max"]).nullish(),
  format: z
    .strictObject({ type: z.literal("json_schema"), schema: z.record(z.string(), z.unknown()) })
    .nullish(),
});

/** What a message and the counting of one have in common. */
const prompt = {
  model: z.string().min(1).max(256),
  messages: z.array(messageSchema).min(1),
  system: z.union([z.string(), z.array(textBlock)]).optional(),
  tools: z.array(z.union([customTool, serverTool])).optional(),
  tool_choice: toolChoice.optional(),
  thinking: thinking.optional(),
  output_config: outputConfig.optional(),
  cache_control: cacheControl,
};

const messagesSchema = z.strictObject({
  ...prompt,
  max_tokens: z.int().min(1),
  stream: z.boolean().optional(),
  stop_sequences: z
    .array(z.string().regex(/\S/, "each stop sequence must contain non-whitespace"))
    .optional(),
  temperature: z.number().min(0).max(1).optional(),
  top_k: z.int().min(0).optional(),
  top_p: z.number().min(0).max(1).optional(),
  metadata: z.strictObject({ user_id: z.string().max(256).nullish() }).optional(),
  service_tier: z.enum(["auto", "standard_only"]).optional(),
  inference_geo: z.string().nullish(),
  container: z.unknown().optional(),
  speed: z.enum(["standard", "fast"]).nullish(),
});

/**
 * The body of a message as far as Anthropic documents it; anything else is refused, as there.
 *
 * @see https://docs.claude.com/en/api/messages (read 2026-11-24 through the types of the
 * `@anthropic-ai/sdk` package, 1.12.0)
 */
export type MessagesRequest = z.infer<typeof messagesSchema>;

/** @throws SandboxError with status 400 that names the field that is wrong. */
export const parseMessages = (body: string): MessagesRequest =>
  readJson(body, messagesSchema, refuseBody);

const countSchema = z.strictObject(prompt);

/** The body of `count_tokens`: a message's, without what only making it needs. */
export type CountRequest = z.infer<typeof countSchema>;

/** @throws SandboxError with status 400 that names the field that is wrong. */
export const parseCount = (body: string): CountRequest => readJson(body, countSchema, refuseBody);
