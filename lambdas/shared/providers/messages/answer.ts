import * as z from "zod";
import { finishOf } from "../../../../core/chat/messages/stop-reason";
import type { NeutralAnswer } from "../../../../core/chat/neutral/answer";
import type { AssistantPart } from "../../../../core/chat/neutral/part";
import { parseJson } from "../../parse-json";
import { blockSchema, readBlock } from "./answer-block";
import { readUsage, toUsage } from "./usage";

const text = z.string().nullish().catch(undefined);

/** How an answer ended; what explains a refusal is not part of its content. */
export const endingSchema = z.object({
  stop_reason: text,
  stop_sequence: text,
  stop_details: z.object({ explanation: text }).nullish().catch(undefined),
});

const answerSchema = endingSchema.extend({
  id: text,
  model: text,
  content: z.array(blockSchema),
  usage: z.unknown().optional(),
});

type Answer = z.infer<typeof answerSchema>;

const partsOf = ({ content, stop_details }: Answer): readonly AssistantPart[] => {
  const parts = content.map(readBlock).flatMap((block) => {
    return block && "part" in block ? [block.part] : [];
  });
  const explanation = stop_details?.explanation;
  return explanation ? [...parts, { kind: "refusal", text: explanation }] : parts;
};

const unsaidIn = ({ content }: Answer): readonly string[] => [
  ...new Set(content.map((block) => readBlock(block)?.unsaid).filter((what) => what !== undefined)),
];

/** A whole answer; undefined where the body is none. */
export const readAnswer = (body: string): NeutralAnswer | undefined => {
  const parsed = answerSchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const answer = parsed.data;
  const { id, model, stop_reason, stop_sequence } = answer;
  const usage = readUsage(answer.usage);
  const choice = {
    parts: partsOf(answer),
    finish: finishOf(stop_reason ?? ""),
    ...(stop_sequence != null && { stopSequence: stop_sequence }),
  };
  return {
    ...(id != null && { id }),
    ...(model != null && { model }),
    choices: [choice],
    ...(usage && { usage: toUsage(usage) }),
    unsaid: unsaidIn(answer),
  };
};
