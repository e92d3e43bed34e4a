import * as z from "zod";
import { refuseBody } from "../completions/errors";
import { readJson } from "../read-json";
import { itemSchema } from "./item-schema";

const name = z.string().regex(/^[\w-]{1,64}$/);
const schema = z.record(z.string(), z.unknown());

const functionTool = z.strictObject({
  type: z.literal("function"),
  name,
  description: z.string().nullish(),
  parameters: schema.nullish(),
  strict: z.boolean().nullish(),
});

/** A tool that OpenAI runs itself: taken, and never called. */
const hostedTool = z.looseObject({
  type: z.enum(["web_search", "web_search_preview", "file_search", "code_interpreter"]),
});

const toolChoice = z.union([
  z.enum(["none", "auto", "required"]),
  z.strictObject({ type: z.literal("function"), name: z.string() }),
  z.strictObject({
    type: z.literal("allowed_tools"),
    mode: z.enum(["auto", "required"]),
    tools: z.array(z.looseObject({ name: z.string() })),
  }),
]);

const format = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text") }),
  z.strictObject({ type: z.literal("json_object") }),
  z.strictObject({
    type: z.literal("json_schema"),
    name,
    schema,
    description: z.string().nullish(),
    strict: z.boolean().nullish(),
  }),
]);

const efforts = ["none", "minimal", "low", "medium", "high", "xhigh", "max"] as const;

/**
 * The body of a response as far as OpenAI documents it; what names something that the sandbox does
 * not keep (conversations, earlier responses, files) is refused, and so is what is not documented.
 *
 * @see https://platform.openai.com/docs/api-reference/responses/create (read 2026-11-24 through the
 * types of the `openai` package, 6.49.0)
 */
const responsesSchema = z.strictObject({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(itemSchema).min(1)]),
  instructions: z.string().nullish(),
  stream: z.boolean().nullish(),
  stream_options: z.strictObject({ include_obfuscation: z.boolean().optional() }).nullish(),
  max_output_tokens: z.int().min(16).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  top_logprobs: z.int().min(0).max(20).nullish(),
  tools: z.array(z.union([functionTool, hostedTool])).optional(),
  tool_choice: toolChoice.optional(),
  parallel_tool_calls: z.boolean().nullish(),
  reasoning: z
    .strictObject({
      effort: z.enum(efforts).nullish(),
      summary: z.enum(["auto", "concise", "detailed"]).nullish(),
    })
    .nullish(),
  text: z
    .strictObject({
      format: format.optional(),
      verbosity: z.enum(["low", "medium", "high"]).nullish(),
    })
    .optional(),
  include: z
    .array(z.enum(["reasoning.encrypted_content", "message.output_text.logprobs"]))
    .nullish(),
  store: z.boolean().nullish(),
  metadata: z.record(z.string(), z.string().max(512)).nullish(),
  truncation: z.enum(["auto", "disabled"]).nullish(),
  service_tier: z.enum(["auto", "default", "flex", "scale", "priority"]).nullish(),
  prompt_cache_key: z.string().nullish(),
  prompt_cache_retention: z.enum(["in_memory", "24h"]).nullish(),
  safety_identifier: z.string().nullish(),
  user: z.string().optional(),
  background: z.literal(false).nullish(),
  previous_response_id: z.null().optional(),
  conversation: z.null().optional(),
  max_tool_calls: z.int().min(1).nullish(),
});

export type ResponsesRequest = z.infer<typeof responsesSchema>;

/** @throws SandboxError with status 400 that names the field that is wrong. */
export const parseResponses = (body: string): ResponsesRequest =>
  readJson(body, responsesSchema, refuseBody);
