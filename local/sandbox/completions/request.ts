import * as z from "zod";
import { readJson } from "../read-json";
import { refuseBody } from "./errors";

const textPart = z.object({ type: z.literal("text"), text: z.string() });
const imagePart = z.object({
  type: z.literal("image_url"),
  image_url: z.object({
    url: z.string().min(1),
    detail: z.enum(["auto", "low", "high"]).nullish(),
  }),
});
const filePart = z.object({
  type: z.literal("file"),
  file: z.object({ file_data: z.string().min(1), filename: z.string().nullish() }),
});
const content = z.union([
  z.string(),
  z.array(z.discriminatedUnion("type", [textPart, imagePart, filePart])).min(1),
]);

/** What a message says. */
export type ChatContent = z.infer<typeof content>;

const toolCall = z.object({
  id: z.string(),
  type: z.literal("function"),
  function: z.object({ name: z.string(), arguments: z.string() }),
});

const message = z.discriminatedUnion("role", [
  z.object({ role: z.enum(["system", "developer", "user"]), content }),
  z.object({
    role: z.literal("assistant"),
    content: content.nullish(),
    tool_calls: z.array(toolCall).nullish(),
  }),
  z.object({ role: z.literal("tool"), content, tool_call_id: z.string().min(1) }),
]);

const name = z.string().regex(/^[\w-]{1,64}$/);
const schema = z.record(z.string(), z.unknown());

const tool = z.object({
  type: z.literal("function"),
  function: z.object({
    name,
    description: z.string().nullish(),
    parameters: schema.nullish(),
    strict: z.boolean().nullish(),
  }),
});

const responseFormat = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text") }),
  z.object({ type: z.literal("json_object") }),
  z.object({
    type: z.literal("json_schema"),
    json_schema: z.object({ name, schema: schema.nullish(), strict: z.boolean().nullish() }),
  }),
]);

const toolChoice = z.union([
  z.enum(["none", "auto", "required"]),
  z.object({ type: z.literal("function"), function: z.object({ name: z.string() }) }),
  z.object({
    type: z.literal("allowed_tools"),
    allowed_tools: z.object({
      mode: z.enum(["auto", "required"]),
      tools: z.array(z.object({ function: z.object({ name: z.string() }) })),
    }),
  }),
]);

const positive = z.int().positive().nullish();

/**
 * The body of a chat completion, as far as the sandbox heeds it; more fields are let pass.
 *
 * @see https://platform.openai.com/docs/api-reference/chat/create (read 2026-11-24 through the
 * types of the `openai` package, 6.49.0)
 */
const chatRequestSchema = z.object({
  model: z.string().min(1),
  messages: z.array(message).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
  n: z.int().min(1).max(128).nullish(),
  stop: z.union([z.string(), z.array(z.string()).max(4)]).nullish(),
  max_tokens: positive,
  max_completion_tokens: positive,
  seed: z.int().nullish(),
  reasoning_effort: z.enum(["none", "minimal", "low", "medium", "high", "xhigh", "max"]).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  logprobs: z.boolean().nullish(),
  top_logprobs: z.int().min(0).max(20).nullish(),
  tools: z.array(tool).nullish(),
  tool_choice: toolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  response_format: responseFormat.nullish(),
});

export type ChatRequest = z.infer<typeof chatRequestSchema>;
/**
 * Reads a request's body.
 *
 * @throws SandboxError with status 400 that names the field that is wrong.
 */
export const parseChatRequest = (body: string): ChatRequest =>
  readJson(body, chatRequestSchema, refuseBody);
