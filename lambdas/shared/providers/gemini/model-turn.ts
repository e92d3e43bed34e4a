import type { AssistantPart, ToolCallPart } from "../../../../core/chat/neutral/part";
import { parseJson } from "../../parse-json";
import type { Part } from "./content";
import { readSignature, unsignedCall } from "./signature";

type Written = { readonly parts: readonly Part[]; readonly waiting?: string };

/** The last part with a signature, where it is a text that has none yet. */
const signedText = (parts: readonly Part[], thoughtSignature: string): readonly Part[] => {
  const last = parts.at(-1);
  const isText = last && "text" in last && last.thoughtSignature === undefined && !last.thought;
  return isText
    ? [...parts.slice(0, -1), { ...last, thoughtSignature }]
    : [...parts, { text: "", thoughtSignature }];
};

/** Thoughts that Gemini did not sign are left out: it did not think them, or does not ask for them. */
const addReasoning = (
  { parts }: Written,
  part: Extract<AssistantPart, { kind: "reasoning" }>,
): Written => {
  const read = readSignature(part.seal);
  if (!read) return { parts };
  const { signature, place } = read;
  if (place === "text") return { parts: signedText(parts, signature) };
  if (part.text !== "") {
    return { parts: [...parts, { text: part.text, thought: true, thoughtSignature: signature }] };
  }
  if (place === "here") return { parts, waiting: signature };
  return { parts: [...parts, { text: "", thoughtSignature: signature }] };
};

const toCall = (
  { id, name, arguments: json, seal }: ToolCallPart,
  waiting: string | undefined,
): Part => {
  const thoughtSignature = readSignature(seal)?.signature ?? waiting;
  return {
    functionCall: { id, name, args: json === "" ? {} : parseJson(json) },
    ...(thoughtSignature !== undefined && { thoughtSignature }),
  };
};

const add = (written: Written, part: AssistantPart): Written => {
  if (part.kind === "reasoning") return addReasoning(written, part);
  const { parts, waiting } = written;
  if (part.kind === "tool-call") return { parts: [...parts, toCall(part, waiting)] };
  return { parts: [...parts, { text: part.text }] };
};

const isCall = (part: Part): boolean => "functionCall" in part;

/**
 * One turn of the model's. A signature that a caller kept before a call, in a slot for reasoning, is
 * put back at the call.
 *
 * @param signed - Gemini 3: the first call of a turn must be signed, whoever made it.
 */
export const toModelParts = (
  parts: readonly AssistantPart[],
  { signed }: { readonly signed: boolean },
): readonly Part[] => {
  const written = parts.reduce<Written>(add, { parts: [] }).parts;
  const first = written.findIndex(isCall);
  return written.map((part, at) =>
    signed && at === first && "functionCall" in part && part.thoughtSignature === undefined
      ? { ...part, thoughtSignature: unsignedCall }
      : part,
  );
};
