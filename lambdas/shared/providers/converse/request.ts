import type {
  NeutralMessage,
  NeutralRequest,
  NeutralTool,
} from "../../../../core/chat/neutral/request";
import type { HttpCall } from "../../http/upstream";
import type { Outgoing } from "../adapter";
import type { Site } from "../site";
import { type Block, type BlockWriter, createBlockWriter } from "./content";
import { familyOf } from "./families";
import type { ModelFamily } from "./model-family";

type Turn = { readonly role: "user" | "assistant"; readonly content: readonly Block[] };

const toTurn = (message: NeutralMessage, write: BlockWriter): Turn | undefined => {
  if (message.role === "system") return undefined;
  if (message.role === "assistant") {
    return { role: "assistant", content: message.parts.flatMap(write.assistant) };
  }
  const content =
    message.role === "tool"
      ? message.parts.flatMap(write.toolResult)
      : message.parts.flatMap(write.user);
  return { role: "user", content };
};

/** Converse wants turns to alternate: neighbours of one role are one turn, and results are the user's. */
const toTurns = (messages: readonly NeutralMessage[], write: BlockWriter): readonly Turn[] => {
  const turns: Turn[] = [];
  for (const message of messages) {
    const turn = toTurn(message, write);
    if (!turn || turn.content.length === 0) continue;
    const last = turns.at(-1);
    if (last?.role !== turn.role) turns.push(turn);
    else turns[turns.length - 1] = { ...last, content: [...last.content, ...turn.content] };
  }
  return turns;
};

const toTool = (tool: NeutralTool, write: BlockWriter): readonly Block[] => {
  const { name, description, schema, strict, cache } = tool;
  const toolSpec = {
    name,
    ...(description && { description }),
    inputSchema: { json: schema ?? { type: "object", properties: {} } },
    ...(strict && { strict }),
  };
  return [{ toolSpec }, ...write.afterTool(cache)];
};

const toToolConfig = ({ tools, toolChoice }: NeutralRequest, write: BlockWriter): object => {
  // "none" has no word: without the tools none can be called.
  if (tools.length === 0 || toolChoice?.kind === "none") return {};
  const choice =
    toolChoice &&
    (toolChoice.kind === "tool" ? { tool: { name: toolChoice.name } } : { [toolChoice.kind]: {} });
  return {
    toolConfig: {
      tools: tools.flatMap((tool) => toTool(tool, write)),
      ...(choice && { toolChoice: choice }),
    },
  };
};

const toInferenceConfig = (request: NeutralRequest): object => {
  const { maxOutputTokens: maxTokens, temperature, topP, stop } = request;
  const inferenceConfig = {
    ...(maxTokens !== undefined && { maxTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { topP }),
    ...(stop.length > 0 && { stopSequences: stop }),
  };
  return Object.keys(inferenceConfig).length > 0 ? { inferenceConfig } : {};
};

const toOutputConfig = ({ shape }: NeutralRequest): object => {
  if (shape?.kind !== "schema") return {};
  const { schema, name, description } = shape;
  const jsonSchema = {
    schema: JSON.stringify(schema),
    ...(name && { name }),
    ...(description && { description }),
  };
  return { outputConfig: { textFormat: { type: "json_schema", structure: { jsonSchema } } } };
};

const toModelFields = (request: NeutralRequest, family: ModelFamily): object => {
  const fields = family.fields(request);
  const paths = request.stop.length > 0 ? family.stopPaths : undefined;
  return {
    ...(Object.keys(fields).length > 0 && { additionalModelRequestFields: fields }),
    ...(paths && { additionalModelResponseFieldPaths: paths }),
  };
};

/**
 * The body of a Converse call.
 *
 * @param modelId - by it the model's family is known.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 * (read 2026-11-24, by the types of `@aws-sdk/client-bedrock-runtime` 3.1164)
 */
const toConverse = (request: NeutralRequest, modelId: string): object => {
  const family = familyOf(modelId);
  const write = createBlockWriter(family);
  const system = request.messages.flatMap((message) =>
    message.role === "system" ? message.parts.flatMap(write.system) : [],
  );
  return {
    messages: toTurns(request.messages, write),
    ...(system.length > 0 && { system }),
    ...toInferenceConfig(request),
    ...toToolConfig(request, write),
    ...toModelFields(request, family),
    ...toOutputConfig(request),
  };
};

/** A call that is carried by the AWS SDK: its address says region, model and operation. */
export const toHttp = (site: Site, { request, model, key, settings }: Outgoing): HttpCall => {
  const neutral = request.neutral();
  const name = site.modelName?.(model.id, settings) ?? model.id;
  const operation = neutral.stream ? "converse-stream" : "converse";
  return {
    method: "POST",
    url: `${site.url(settings)}/model/${encodeURIComponent(name)}/${operation}`,
    headers: { "content-type": "application/json", ...(key !== "" && site.auth(key)) },
    body: JSON.stringify(toConverse(neutral, name)),
    carrier: "bedrock",
  };
};
