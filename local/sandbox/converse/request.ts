import * as z from "zod";
import { readJson } from "../read-json";
import { cachePoint, messageSchema } from "./content-schema";
import { refuseBody } from "./errors";

const toolSpec = z.strictObject({
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
  description: z.string().min(1).optional(),
  inputSchema: z.strictObject({ json: z.looseObject({ type: z.literal("object") }) }),
  strict: z.boolean().optional(),
});

const nothing = z.strictObject({});

const toolConfig = z.strictObject({
  tools: z.array(z.union([z.strictObject({ toolSpec }), z.strictObject({ cachePoint })])).min(1),
  toolChoice: z
    .union([
      z.strictObject({ auto: nothing }),
      z.strictObject({ any: nothing }),
      z.strictObject({ tool: z.strictObject({ name: z.string().min(1) }) }),
    ])
    .optional(),
});

/** Claude's own: Bedrock hands it on as it is. */
const display = z.enum(["summarized", "omitted"]).optional();
const thinking = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("enabled"), budget_tokens: z.int().min(1_024), display }),
  z.strictObject({ type: z.literal("adaptive"), display }),
  z.strictObject({ type: z.literal("disabled") }),
]);

/** What models' makers have words for and Bedrock has none. */
const additionalFields = z.strictObject({
  thinking: thinking.optional(),
  reasoning_config: thinking.optional(),
  top_k: z.int().optional(),
  anthropic_beta: z.array(z.string()).optional(),
  output_config: z.looseObject({ effort: z.string().optional() }).optional(),
  tool_choice: z.looseObject({ disable_parallel_tool_use: z.boolean().optional() }).optional(),
  reasoning_effort: z.string().optional(),
  reasoningConfig: z.looseObject({}).optional(),
  inferenceConfig: z.looseObject({}).optional(),
});

/**
 * The body of a Converse call as far as AWS documents it, what guardrails and prompt management
 * bring with them left out; anything else is refused.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 * (read 2026-11-24 through the types of `@aws-sdk/client-bedrock-runtime`, 3.1164.0)
 */
const converseSchema = z.strictObject({
  messages: z.array(messageSchema).min(1),
  system: z
    .array(z.union([z.strictObject({ text: z.string().min(1) }), z.strictObject({ cachePoint })]))
    .optional(),
  inferenceConfig: z
    .strictObject({
      maxTokens: z.int().min(1).optional(),
      temperature: z.number().min(0).max(1).optional(),
      topP: z.number().min(0).max(1).optional(),
      stopSequences: z.array(z.string().min(1)).max(2_500).optional(),
    })
    .optional(),
  toolConfig: toolConfig.optional(),
  outputConfig: z
    .strictObject({
      textFormat: z
        .strictObject({
          type: z.literal("json_schema"),
          structure: z.strictObject({
            jsonSchema: z.strictObject({
              schema: z.string().min(1),
              name: z.string().optional(),
              description: z.string().optional(),
            }),
          }),
        })
        .optional(),
      effort: z.string().optional(),
    })
    .optional(),
  additionalModelRequestFields: additionalFields.optional(),
  additionalModelResponseFieldPaths: z.array(z.string().startsWith("/")).max(10).optional(),
  requestMetadata: z.record(z.string(), z.string()).optional(),
  performanceConfig: z.strictObject({ latency: z.enum(["standard", "optimized"]) }).optional(),
  serviceTier: z.strictObject({ type: z.string() }).optional(),
});

export type ConverseRequest = z.infer<typeof converseSchema>;

/** @throws SandboxError with status 400 that names the field that is wrong. */
export const parseConverse = (body: string): ConverseRequest =>
  readJson(body, converseSchema, refuseBody);
