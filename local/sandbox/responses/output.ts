import type { Choice } from "../reply";
import { type SaidPart, saidParts } from "../said";
import type { MakeId } from "../sandbox-dialect";
import { sealOf } from "../seal";
import type { ResponsesRequest } from "./request";

/** One item of `output`. */
export type OutputItem =
  | {
      readonly type: "reasoning";
      readonly id: string;
      readonly summary: readonly { readonly type: "summary_text"; readonly text: string }[];
      readonly encrypted_content?: string;
    }
  | {
      readonly type: "message";
      readonly id: string;
      readonly role: "assistant";
      readonly status: string;
      readonly content: readonly OutputText[];
    }
  | {
      readonly type: "function_call";
      readonly id: string;
      readonly call_id: string;
      readonly name: string;
      readonly arguments: string;
      readonly status: string;
    };

export type OutputText = {
  readonly type: "output_text";
  readonly text: string;
  readonly annotations: readonly never[];
  readonly logprobs: readonly unknown[];
};

/** What the caller wants to see of the thinking. */
const reasoningItem = (
  text: string,
  { reasoning, include }: ResponsesRequest,
  makeId: MakeId,
): OutputItem => ({
  type: "reasoning",
  id: makeId("rs_", 48),
  summary: reasoning?.summary ? [{ type: "summary_text", text }] : [],
  ...(include?.includes("reasoning.encrypted_content") && {
    encrypted_content: sealOf("responses", text),
  }),
});

const itemOf = (
  part: SaidPart,
  status: string,
  { choice, request, makeId }: { choice: Choice; request: ResponsesRequest; makeId: MakeId },
): OutputItem => {
  if (part.kind === "thought") return reasoningItem(part.text, request, makeId);
  if (part.kind === "call") {
    const { name, arguments: given } = part;
    const id = makeId("fc_", 48);
    const call_id = makeId("call_", 24);
    return { type: "function_call", id, call_id, name, arguments: given, status };
  }
  const logprobs = choice.emissions.flatMap((emission) =>
    emission.kind === "text" && emission.logprob ? [emission.logprob] : [],
  );
  return {
    type: "message",
    id: makeId("msg_", 48),
    role: "assistant",
    status,
    content: [{ type: "output_text", text: part.text, annotations: [], logprobs }],
  };
};

/** What the model said, as items; the last is incomplete where it was cut off. */
export const outputOf = (
  choice: Choice,
  request: ResponsesRequest,
  makeId: MakeId,
): readonly OutputItem[] => {
  const parts = saidParts(choice);
  return parts.map((part, at) => {
    const cut = choice.ending === "length" && at === parts.length - 1;
    return itemOf(part, cut ? "incomplete" : "completed", { choice, request, makeId });
  });
};
