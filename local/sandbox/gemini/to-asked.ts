import type { Asked, AskedPart, AskedTool, AskedTurn, Thinking, ToolChoice } from "../asked";
import { thinkingOf } from "../thinking-effort";
import type { Content, Part } from "./content-schema";
import { toJsonSchema } from "./function-schema";
import type { GeminiRequest } from "./request";

const media = (mimeType: string | undefined, source: string): AskedPart => ({
  kind: mimeType?.startsWith("image/") ? "image" : "document",
  source,
});

/** A result's text as it was given: alone under `result`, `output` or `error`, or the whole. */
const resultText = (response: Readonly<Record<string, unknown>>): string => {
  const [[key, value] = [], ...more] = Object.entries(response);
  const alone = more.length === 0 && ["result", "output", "error"].includes(key ?? "");
  return alone && typeof value === "string" ? value : JSON.stringify(response);
};

const partsOf = (part: Part): readonly AskedPart[] => {
  if (part.thought) return [];
  if (part.text !== undefined) return [{ kind: "text", text: part.text }];
  if (part.inlineData) return [media(part.inlineData.mimeType, part.inlineData.data)];
  if (part.fileData) return [media(part.fileData.mimeType, part.fileData.fileUri)];
  if (part.functionCall) {
    const { name, args = {} } = part.functionCall;
    return [{ kind: "call", name, arguments: JSON.stringify(args) }];
  }
  if (!part.functionResponse) return [];
  return [{ kind: "result", text: resultText(part.functionResponse.response) }];
};

const turnsOf = ({ role, parts }: Content): readonly AskedTurn[] => {
  if (role === "model") return [{ role: "assistant", parts: parts.flatMap(partsOf) }];
  const results = parts.filter(({ functionResponse }) => functionResponse);
  const others = parts.filter(({ functionResponse }) => !functionResponse);
  return [
    ...results.map((part): AskedTurn => ({ role: "tool", parts: partsOf(part) })),
    ...(others.length > 0 ? [{ role: "user" as const, parts: others.flatMap(partsOf) }] : []),
  ];
};

const toolsOf = ({ tools = [] }: GeminiRequest): readonly AskedTool[] =>
  tools
    .flatMap(({ functionDeclarations = [] }) => functionDeclarations)
    .map(({ name, description, parameters, parametersJsonSchema }) => ({
      name,
      description,
      schema: parametersJsonSchema ?? (parameters ? toJsonSchema(parameters) : { type: "object" }),
    }));

const choiceOf = ({ toolConfig }: GeminiRequest): ToolChoice => {
  const { mode, allowedFunctionNames: among = [] } = toolConfig?.functionCallingConfig ?? {};
  if (mode === "NONE") return { mode: "none" };
  const [only, ...more] = among;
  if (mode === "ANY" && only !== undefined && more.length === 0) return { mode: "named", among };
  return { mode: mode === "ANY" ? "required" : "auto", ...(among.length > 0 && { among }) };
};

const formatOf = ({ generationConfig = {} }: GeminiRequest): Asked["format"] => {
  const { responseMimeType, responseJsonSchema, responseSchema } = generationConfig;
  if (responseMimeType !== "application/json") return { kind: "text" };
  const schema = responseJsonSchema ?? (responseSchema && toJsonSchema(responseSchema));
  return schema ? { kind: "schema", schema } : { kind: "json" };
};

const thinkingIn = ({ generationConfig }: GeminiRequest): Thinking => {
  const config = generationConfig?.thinkingConfig;
  if (!config) return "unsaid";
  const { thinkingBudget: most, thinkingLevel } = config;
  if (most === 0) return "off";
  if (most !== undefined && most > 0) return { most };
  return thinkingLevel ? thinkingOf(thinkingLevel.toLowerCase()) : {};
};

/** What a generateContent call asks of a model. */
export const toAsked = (request: GeminiRequest, model: string): Asked => {
  const { systemInstruction: system, contents, generationConfig: config = {} } = request;
  return {
    model,
    turns: [
      ...(system ? [{ role: "system" as const, parts: system.parts.flatMap(partsOf) }] : []),
      ...contents.flatMap(turnsOf),
    ],
    tools: toolsOf(request),
    choice: choiceOf(request),
    parallel: true,
    format: formatOf(request),
    stop: config.stopSequences ?? [],
    mostTokens: config.maxOutputTokens,
    temperature: config.temperature,
    seed: config.seed,
    answers: config.candidateCount ?? 1,
    thinking: thinkingIn(request),
    caching: "automatic",
  };
};
