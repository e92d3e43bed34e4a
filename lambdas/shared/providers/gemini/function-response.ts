import type { ToolResultPart } from "../../../../core/chat/neutral/part";
import { parseJson } from "../../parse-json";
import { type MediaPart, toMediaPart } from "./media";

export type FunctionResponse = {
  readonly id: string;
  readonly name: string;
  readonly response: Readonly<Record<string, unknown>>;
  readonly parts?: readonly MediaPart[];
};

/** What tells Gemini which part of a result is the result: an object with them is not passed bare. */
const tellingKeys = ["output", "error"];

/**
 * A text that is a JSON object, as that object: only where it says the same as the text, so that no
 * number is rounded and no doubled key is lost.
 */
const asObject = (text: string): Readonly<Record<string, unknown>> | undefined => {
  const value = parseJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const withoutSpace = text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, "$1");
  return JSON.stringify(value) === withoutSpace ? { ...value } : undefined;
};

const toResponse = (
  texts: readonly string[],
  isError: boolean,
): Readonly<Record<string, unknown>> => {
  const [first, ...more] = texts;
  if (isError) return { error: texts.join("\n") };
  if (first === undefined) return {};
  if (more.length > 0) return { output: texts };
  const object = asObject(first);
  if (!object) return { output: first };
  return Object.keys(object).some((key) => tellingKeys.includes(key)) ? { output: object } : object;
};

/**
 * A tool's result. Texts are under `output` or, of a call that failed, `error`; images and documents
 * are parts of their own, which only Gemini 3 takes.
 *
 * @param name - of the tool that was called: Gemini asks for it again.
 * @see https://ai.google.dev/gemini-api/docs/function-calling#multimodal (read 2026-11-24)
 */
export const toFunctionResponse = (
  { id, content, isError }: ToolResultPart,
  name: string,
): FunctionResponse => {
  const texts = content.flatMap((part) => (part.kind === "text" ? [part.text] : []));
  const parts = content.flatMap((part) => (part.kind === "text" ? [] : [toMediaPart(part)]));
  return {
    id,
    name,
    response: toResponse(texts, isError === true),
    ...(parts.length > 0 && { parts }),
  };
};
