import type { JsonSchema } from "../../../../../core/chat/answer-format";
import type {
  AssistantPart,
  ToolResultPart,
  UserPart,
} from "../../../../../core/chat/neutral/part";
import type {
  NeutralMessage,
  NeutralRequest,
  NeutralTool,
  ToolChoice,
} from "../../../../../core/chat/neutral/request";
import { sealOfText, toSeal } from "../../../../../lambdas/shared/providers/gemini/signature";

type Json = Record<string, unknown>;
const record = (value: unknown): Json => (value ?? {}) as Json;
const list = (value: unknown): Json[] => (value ?? []) as Json[];
const text = (value: unknown): string => value as string;

/** Thrown for what a neutral request has no word for; the message is the word of Gemini's. */
export class NotNeutralError extends Error {
  override readonly name = "NotNeutralError";
}

const only = (holder: Json, known: readonly string[]): void => {
  const odd = Object.keys(holder).find((key) => !known.includes(key));
  if (odd !== undefined) throw new NotNeutralError(odd);
};

const blob = (value: unknown) => {
  const { mimeType, mime_type, data } = record(value);
  return { kind: "data" as const, mediaType: text(mimeType ?? mime_type), base64: text(data) };
};

const mediaPart = (media: ReturnType<typeof blob>): UserPart => {
  if (media.mediaType.startsWith("image/")) return { kind: "image", media };
  if (media.mediaType !== "audio/mpeg") return { kind: "document", media };
  return { kind: "audio", base64: media.base64, format: "mp3" };
};

const filePart = (value: unknown): UserPart => {
  const { fileUri, mimeType } = record(value);
  const media = { kind: "url" as const, url: text(fileUri), mediaType: text(mimeType) };
  if (media.mediaType.startsWith("image/")) return { kind: "image", media };
  if (media.mediaType !== "application/pdf")
    throw new NotNeutralError(`fileData ${media.mediaType}`);
  return { kind: "document", media };
};

const userPart = (part: Json): UserPart => {
  only(part, ["text", "inlineData", "fileData"]);
  if (part.inlineData) return mediaPart(blob(part.inlineData));
  if (part.fileData) return filePart(part.fileData);
  return { kind: "text", text: text(part.text) };
};

const resultPart = (part: Json): ToolResultPart => {
  const { id, response, parts } = record(part.functionResponse);
  const files = list(parts).map(({ inline_data }) => mediaPart(blob(inline_data)));
  const said = record(response);
  const failed = typeof said.error === "string";
  const words = failed ? said.error : (said.output ?? JSON.stringify(said));
  const isEmpty = Object.keys(said).length === 0 && files.length > 0;
  return {
    kind: "tool-result",
    id: text(id),
    content: [
      ...(isEmpty ? [] : [{ kind: "text" as const, text: text(words) }]),
      ...files.flatMap((file) => (file.kind === "image" || file.kind === "document" ? [file] : [])),
    ],
    ...(failed && { isError: true as const }),
  };
};

const modelParts = (part: Json): AssistantPart[] => {
  only(part, ["text", "functionCall", "thoughtSignature"]);
  const signature = part.thoughtSignature as string | undefined;
  if (part.functionCall) {
    const { id, name, args } = record(part.functionCall);
    if (id === undefined) throw new NotNeutralError("functionCall without id");
    return [
      {
        kind: "tool-call",
        id: text(id),
        name: text(name),
        arguments: JSON.stringify(args),
        ...(signature !== undefined && { seal: toSeal(signature, "here") }),
      },
    ];
  }
  return [
    { kind: "text", text: text(part.text) },
    ...(signature === undefined ? [] : [sealOfText(signature, "text")]),
  ];
};

const toMessage = ({ role, parts }: Json): NeutralMessage => {
  if (role === "model") return { role: "assistant", parts: list(parts).flatMap(modelParts) };
  const results = list(parts).filter((part) => part.functionResponse);
  if (results.length === 0) return { role: "user", parts: list(parts).map(userPart) };
  if (results.length < list(parts).length) throw new NotNeutralError("results among other parts");
  return { role: "tool", parts: results.map(resultPart) };
};

const toTools = (tools: unknown): NeutralTool[] =>
  (Array.isArray(tools) ? (tools as Json[]) : tools ? [tools as Json] : []).flatMap((tool) => {
    only(tool, ["functionDeclarations"]);
    return list(tool.functionDeclarations).map((declaration): NeutralTool => {
      only(declaration, ["name", "description", "parameters_json_schema"]);
      const schema = declaration.parameters_json_schema as JsonSchema | undefined;
      return {
        name: text(declaration.name),
        ...(declaration.description !== undefined && {
          description: text(declaration.description),
        }),
        ...(schema && { schema }),
      };
    });
  });

type Calling = { readonly toolChoice?: ToolChoice; readonly strict: boolean };

const toCalling = (toolConfig: unknown, tools: readonly NeutralTool[]): Calling => {
  only(record(toolConfig), ["functionCallingConfig"]);
  const { mode, allowedFunctionNames } = record(record(toolConfig).functionCallingConfig);
  const names = (allowedFunctionNames ?? []) as string[];
  if (mode === undefined) return { strict: false };
  if (mode === "VALIDATED") return { strict: true };
  if (mode === "AUTO") return { toolChoice: { kind: "auto" }, strict: false };
  if (mode === "NONE") return { toolChoice: { kind: "none" }, strict: false };
  const [name] = names;
  if (name === undefined) return { toolChoice: { kind: "any" }, strict: false };
  if (names.length > 1 || tools.length === 0)
    throw new NotNeutralError("several allowed functions");
  return { toolChoice: { kind: "tool", name }, strict: false };
};

const settings = [
  "maxOutputTokens",
  "temperature",
  "topP",
  "topK",
  "stopSequences",
  "responseMimeType",
  "responseJsonSchema",
  "thinkingConfig",
  // Text is what is answered where nothing is said.
  "responseModalities",
];

const toSettings = (config: Json): Partial<NeutralRequest> => {
  only(config, settings);
  const { maxOutputTokens, temperature, topP, topK, responseJsonSchema, thinkingConfig } = config;
  const budget = record(thinkingConfig).thinking_budget;
  const schema = responseJsonSchema as JsonSchema | undefined;
  return {
    ...(maxOutputTokens !== undefined && { maxOutputTokens: maxOutputTokens as number }),
    ...(temperature !== undefined && { temperature: temperature as number }),
    ...(topP !== undefined && { topP: topP as number }),
    ...(topK !== undefined && { topK: topK as number }),
    ...(config.responseMimeType !== undefined && {
      shape: schema ? { kind: "schema", schema } : { kind: "json" },
    }),
    ...(budget !== undefined && { reasoning: { budgetTokens: budget as number } }),
  };
};

const fields = ["contents", "systemInstruction", "tools", "toolConfig", "generationConfig"];

/**
 * A recorded request of Gemini's as a neutral one.
 *
 * @throws NotNeutralError where a neutral request can't say it.
 */
export const toNeutral = (body: Json, stream: boolean): NeutralRequest => {
  only(body, fields);
  const config = record(body.generationConfig);
  const tools = toTools(body.tools);
  const { toolChoice, strict } = toCalling(body.toolConfig, tools);
  const system = list(record(body.systemInstruction).parts).map(({ text: said }) => ({
    kind: "text" as const,
    text: text(said),
  }));
  return {
    messages: [
      ...(system.length > 0 ? [{ role: "system" as const, parts: system }] : []),
      ...list(body.contents).map(toMessage),
    ],
    tools: tools.map((tool) => ({ ...tool, ...(strict && { strict }) })),
    ...(toolChoice && { toolChoice }),
    stop: (config.stopSequences ?? []) as string[],
    choices: 1,
    stream,
    bound: [],
    ...toSettings(config),
  };
};
