import { isSeal } from "../seal";
import type { Content } from "./content-schema";
import { refuse } from "./errors";
import type { GeminiRequest } from "./request";

/**
 * What Google takes in a signature's place where a call was made by another model.
 * @see https://ai.google.dev/gemini-api/docs/thought-signatures
 */
const spelled = ["context_engineering_is_the_way_to_go", "skip_thought_signature_validator"];
/** The field holds bytes: clients write them as base64, or as the text itself. */
const standIns = spelled.flatMap((text) => [text, Buffer.from(text).toString("base64")]);

const calls = (content: Content | undefined) =>
  content?.parts.filter(({ functionCall }) => functionCall).length ?? 0;
const answers = (content: Content | undefined) =>
  content?.parts.filter(({ functionResponse }) => functionResponse).length ?? 0;

const checkTurns = (contents: readonly Content[]) => {
  for (const [at, content] of contents.entries()) {
    const before = contents[at - 1];
    const after = contents[at + 1];
    if (calls(content) > 0) {
      if (!before || before.role === "model") {
        throw refuse(
          "Please ensure that function call turn comes immediately after a user turn or after a function response turn.",
        );
      }
      if (after && answers(after) !== calls(content)) {
        throw refuse(
          "Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.",
        );
      }
    }
    if (answers(content) > 0 && calls(before) === 0) {
      throw refuse(
        "Please ensure that function response turn comes immediately after a function call turn.",
      );
    }
  }
};

const checkSignatures = (contents: readonly Content[]) => {
  for (const { thoughtSignature } of contents.flatMap(({ parts }) => parts)) {
    if (thoughtSignature === undefined || standIns.includes(thoughtSignature)) continue;
    if (!isSeal("gemini", thoughtSignature)) throw refuse("Corrupted thought signature.");
  }
};

const checkConfig = ({ generationConfig = {} }: GeminiRequest) => {
  const { responseSchema, responseJsonSchema, responseMimeType, thinkingConfig } = generationConfig;
  if ((responseSchema ?? responseJsonSchema) && responseMimeType !== "application/json") {
    throw refuse(
      `Response schema with responseMimeType '${responseMimeType ?? "text/plain"}' is unsupported`,
    );
  }
  if (responseSchema && responseJsonSchema) {
    throw refuse("response_schema and response_json_schema cannot both be set.");
  }
  const { thinkingBudget, thinkingLevel } = thinkingConfig ?? {};
  if (thinkingBudget !== undefined && thinkingLevel !== undefined) {
    throw refuse("You can only set only one of thinking budget and thinking level.");
  }
};

const checkTools = ({ tools = [], toolConfig }: GeminiRequest) => {
  const functions = tools.flatMap(({ functionDeclarations = [] }) => functionDeclarations);
  const names = functions.map(({ name }) => name);
  const { mode, allowedFunctionNames = [] } = toolConfig?.functionCallingConfig ?? {};
  if (allowedFunctionNames.length > 0 && mode !== "ANY" && mode !== "VALIDATED") {
    throw refuse(
      "Function calling config is set without function_declarations or allowed_function_names is set while the mode is not ANY.",
    );
  }
  const stray = allowedFunctionNames.find((name) => !names.includes(name));
  if (stray !== undefined) {
    throw refuse(`allowed_function_names contains an unknown function: ${stray}`);
  }
  if (mode === "ANY" && functions.length === 0) {
    throw refuse("Function calling mode is ANY but no function declarations are provided.");
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw refuse(`Duplicate function declaration found: ${twice}`);
  const both = functions.find((one) => one.parameters && one.parametersJsonSchema);
  if (both) throw refuse("parameters and parameters_json_schema cannot both be set.");
};

/** @throws SandboxError with status 400 for what Google would refuse. */
export const checkGemini = (request: GeminiRequest): void => {
  checkTurns(request.contents);
  checkSignatures(request.contents);
  checkConfig(request);
  checkTools(request);
};
