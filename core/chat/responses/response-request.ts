import * as z from "zod";
import { chosen, textOr, typeIn } from "./chosen";
import { itemSchema } from "./item-schema";

const optionalText = z.string().nullish();

const functionTool = z.looseObject({
  type: z.literal("function"),
  name: z.string().min(1),
  description: optionalText,
  parameters: z.looseObject({}).nullish(),
  strict: z.boolean().nullish(),
});

/** A tool that OpenAI runs itself, or one whose input is free text. */
const otherTool = z.looseObject({ type: z.string() });

export type FunctionTool = z.infer<typeof functionTool>;
export type Tool = FunctionTool | z.infer<typeof otherTool>;

export const isFunctionTool = (tool: Tool): tool is FunctionTool => tool.type === "function";

const tool = chosen<Tool>((value) => (typeIn(value) === "function" ? functionTool : otherTool));

const namedChoice = z.looseObject({ type: z.literal("function"), name: z.string() });
const otherChoice = z.looseObject({ type: z.string() });

const toolChoice = chosen((value): z.ZodType<ToolChoice> => {
  if (typeof value === "string") return z.enum(["none", "auto", "required"]);
  return typeIn(value) === "function" ? namedChoice : otherChoice;
});

type ToolChoice =
  | "none"
  | "auto"
  | "required"
  | z.infer<typeof namedChoice>
  | z.infer<typeof otherChoice>;

const format = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("text") }),
  z.looseObject({ type: z.literal("json_object") }),
  z.looseObject({
    type: z.literal("json_schema"),
    name: z.string(),
    schema: z.looseObject({}),
    description: optionalText,
    strict: z.boolean().nullish(),
  }),
]);

const fields = z.looseObject({
  // It stands in the record of the request; Bedrock's ARNs, the longest names, have some 200.
  model: z.string().min(1).max(512),
  input: textOr(z.array(itemSchema)).nullish(),
  instructions: optionalText,
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({}).nullish(),
  max_output_tokens: z.int().positive().nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  top_logprobs: z.int().min(0).max(20).nullish(),
  include: z.array(z.string()).nullish(),
  tools: z.array(tool).nullish(),
  tool_choice: toolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  text: z.looseObject({ format: format.nullish(), verbosity: optionalText }).nullish(),
  reasoning: z
    .looseObject({ effort: optionalText, summary: optionalText, generate_summary: optionalText })
    .nullish(),
  store: z.boolean().nullish(),
  background: z.boolean().nullish(),
  previous_response_id: optionalText,
  conversation: textOr(z.looseObject({ id: z.string() })).nullish(),
  prompt: z.looseObject({ id: z.string() }).nullish(),
  metadata: z.looseObject({}).nullish(),
  user: optionalText,
  safety_identifier: optionalText,
  prompt_cache_key: optionalText,
  service_tier: optionalText,
  truncation: optionalText,
});

/** Something must be there to be answered: here, or stored at the provider. */
const isAsked = (request: z.infer<typeof fields>): boolean =>
  (request.input != null && request.input.length > 0) ||
  request.previous_response_id != null ||
  request.conversation != null ||
  request.prompt != null;

/**
 * A Responses request. Every field that OpenAI documents and the gateway reads is checked with
 * OpenAI's own bounds; others pass untouched to the provider, which judges them itself.
 * @see https://platform.openai.com/docs/api-reference/responses/create (read 2026-11-24, by the types
 * of the `openai` package 6.49)
 */
export const responsesRequestSchema = fields.refine(isAsked, {
  path: ["input"],
  error: "expected a text or a non-empty array of items",
});

export type ResponsesRequest = z.infer<typeof fields>;
