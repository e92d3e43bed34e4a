import * as z from "zod";
import type { NeutralAnswer } from "../../../../core/chat/neutral/answer";
import type { AssistantPart } from "../../../../core/chat/neutral/part";
import { parseJson } from "../../parse-json";
import { toFinishReason } from "./stop-reason";
import { readUsage } from "./usage";

const text = z.string().nullish().catch(undefined);

export const stopFieldsSchema = z
  .object({
    stop_sequence: text,
    delta: z.object({ stop_sequence: text }).nullish().catch(undefined),
  })
  .nullish()
  .catch(undefined);

/** The stop sequence that was met, where the model was asked to say. */
export const stopSequenceIn = (
  fields: z.infer<typeof stopFieldsSchema>,
): { readonly stopSequence?: string } => {
  const stopSequence = fields?.stop_sequence ?? fields?.delta?.stop_sequence;
  return stopSequence == null ? {} : { stopSequence };
};

/** Calls of tools that the provider runs by itself, such as Nova's code interpreter. */
export const isProvidersOwn = (type: string | null | undefined): boolean =>
  type != null && type !== "tool_use";

const blockSchema = z.looseObject({
  text,
  reasoningContent: z
    .object({
      reasoningText: z.object({ text, signature: text }).nullish().catch(undefined),
      redactedContent: text,
    })
    .nullish()
    .catch(undefined),
  toolUse: z
    .object({ toolUseId: text, name: text, input: z.unknown().optional(), type: text })
    .nullish()
    .catch(undefined),
  citationsContent: z
    .object({ content: z.array(z.object({ text })).nullish() })
    .nullish()
    .catch(undefined),
});

type AnswerBlock = z.infer<typeof blockSchema>;

const answerSchema = z.looseObject({
  output: z.object({ message: z.object({ content: z.array(blockSchema) }) }),
  stopReason: text,
  additionalModelResponseFields: stopFieldsSchema,
});

const reasoningOf = (block: AnswerBlock): AssistantPart | undefined => {
  const { reasoningText, redactedContent } = block.reasoningContent ?? {};
  if (redactedContent != null) {
    const seal = { dialect: "converse" as const, value: redactedContent };
    return { kind: "reasoning", text: "", seal, redacted: true };
  }
  if (!reasoningText) return undefined;
  const { signature } = reasoningText;
  return {
    kind: "reasoning",
    text: reasoningText.text ?? "",
    ...(signature && { seal: { dialect: "converse" as const, value: signature } }),
  };
};

/** @param at - the part's place, for a call without an id. */
const partOf = (block: AnswerBlock, at: number): AssistantPart | undefined => {
  const { toolUse, citationsContent } = block;
  if (block.text != null) return { kind: "text", text: block.text };
  if (block.reasoningContent) return reasoningOf(block);
  if (toolUse && !isProvidersOwn(toolUse.type)) {
    const id = toolUse.toolUseId ?? `call_0_${at}`;
    const input = JSON.stringify(toolUse.input ?? {});
    return { kind: "tool-call", id, name: toolUse.name ?? "", arguments: input };
  }
  const cited = citationsContent?.content?.map((piece) => piece.text ?? "").join("");
  return cited ? { kind: "text", text: cited } : undefined;
};

/** What of a block no other dialect has a word for: citations, images, the provider's own tools. */
const unsaidIn = (block: AnswerBlock): readonly string[] => {
  const type = block.toolUse?.type;
  if (isProvidersOwn(type)) return [type ?? ""];
  const said = ["text", "reasoningContent", "toolUse", "type"];
  return Object.keys(block).filter((name) => !said.includes(name));
};

/** A whole answer of Converse, bytes as base64 text; undefined where the body is none. */
export const readAnswer = (body: string): NeutralAnswer | undefined => {
  const value = parseJson(body);
  const parsed = answerSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { output, stopReason, additionalModelResponseFields } = parsed.data;
  const parts: AssistantPart[] = [];
  for (const block of output.message.content) {
    const part = partOf(block, parts.length);
    if (part) parts.push(part);
  }
  const usage = readUsage(value);
  return {
    choices: [
      {
        parts,
        finish: toFinishReason(stopReason),
        ...stopSequenceIn(additionalModelResponseFields),
      },
    ],
    ...(usage && { usage }),
    unsaid: [...new Set(output.message.content.flatMap(unsaidIn))],
  };
};
