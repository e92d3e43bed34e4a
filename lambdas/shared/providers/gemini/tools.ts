import type { NeutralRequest, NeutralTool } from "../../../../core/chat/neutral/request";

const toDeclaration = ({ name, description, schema }: NeutralTool) => ({
  name,
  ...(description !== undefined && { description }),
  ...(schema && { parametersJsonSchema: schema }),
});

type CallingMode = "AUTO" | "ANY" | "NONE" | "VALIDATED";

const toCallingConfig = ({
  tools,
  toolChoice,
}: NeutralRequest):
  | { readonly mode: CallingMode; readonly allowedFunctionNames?: readonly string[] }
  | undefined => {
  if (toolChoice?.kind === "none") return { mode: "NONE" };
  if (toolChoice?.kind === "any") return { mode: "ANY" };
  if (toolChoice?.kind === "tool") return { mode: "ANY", allowedFunctionNames: [toolChoice.name] };
  // Calls that keep to their schemas, or text. ANY promises the same of its calls.
  if (tools.some(({ strict }) => strict === true)) return { mode: "VALIDATED" };
  return toolChoice && { mode: "AUTO" };
};

/**
 * The tools and how they are to be used, as fields of the body. One strict tool makes all of them
 * strict: the mode is the request's.
 * @see https://ai.google.dev/gemini-api/docs/function-calling#function_calling_config and
 * https://ai.google.dev/api/caching#FunctionDeclaration (read 2026-11-24)
 */
export const toolFields = (request: NeutralRequest): Readonly<Record<string, unknown>> => {
  if (request.tools.length === 0) return {};
  const functionCallingConfig = toCallingConfig(request);
  return {
    tools: [{ functionDeclarations: request.tools.map(toDeclaration) }],
    ...(functionCallingConfig && { toolConfig: { functionCallingConfig } }),
  };
};

/**
 * A letter or an underscore first, then letters, digits, and `_.:-`, 128 at most.
 * @see https://ai.google.dev/api/caching#FunctionDeclaration (read 2026-11-24)
 */
export const isToolName = (name: string): boolean => /^[a-z_][\w.:-]{0,127}$/i.test(name);
