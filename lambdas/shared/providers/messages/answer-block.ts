import * as z from "zod";
import { callSealOf, sealOfSignature } from "../../../../core/chat/messages/seal-slots";
import type { AssistantPart } from "../../../../core/chat/neutral/part";
import { readSeal } from "../../../../core/chat/neutral/seal";

const text = z.string().catch("");

/**
 * A block of an answer; what is not read here is only named.
 * @see https://platform.claude.com/docs/en/api/messages (read 2026-11-24, by the types of the
 * `@anthropic-ai/sdk` package 1.12)
 */
export const blockSchema = z.object({
  type: text,
  text,
  thinking: text,
  signature: text,
  data: text,
  id: text,
  name: text,
  input: z.unknown().optional(),
  citations: z.array(z.unknown()).nullish().catch(undefined),
});

export type AnswerBlock = z.infer<typeof blockSchema>;

/** A piece that a stream adds to a block. */
export const deltaSchema = z.object({
  type: text,
  text,
  thinking: text,
  signature: text,
  partial_json: text,
});

export type BlockDelta = z.infer<typeof deltaSchema>;

/** What a whole answer says by one block: a part of it, or the name of what nobody else has. */
export type ReadBlock =
  | { readonly part: AssistantPart; readonly unsaid?: string }
  | { readonly unsaid: string }
  | undefined;

/** What other dialects have no word for, beside the text that it stands with. */
export const citations = "citations";

const argumentsOf = (input: unknown): string => JSON.stringify(input ?? {});

export const readBlock = (block: AnswerBlock): ReadBlock => {
  const { type, id, name, input, thinking, signature, data } = block;
  switch (type) {
    case "text":
      if (block.text === "") return undefined;
      return {
        part: { kind: "text", text: block.text },
        ...((block.citations ?? []).length > 0 && { unsaid: citations }),
      };
    case "thinking": {
      const seal = sealOfSignature(signature);
      if (thinking === "" && !seal) return undefined;
      return { part: { kind: "reasoning", text: thinking, ...(seal && { seal }) } };
    }
    case "redacted_thinking":
      if (callSealOf(data)) return undefined;
      return {
        part: {
          kind: "reasoning",
          text: "",
          seal: readSeal(data, "messages"),
          redacted: true,
        },
      };
    case "tool_use":
      return { part: { kind: "tool-call", id, name, arguments: argumentsOf(input) } };
    default:
      return type === "" ? undefined : { unsaid: type };
  }
};
