import type { NeutralEvent } from "../neutral/event";
import {
  type ItemPlace,
  type ItemStatus,
  type ItemWriter,
  type OutputItem,
  type WrittenRefusal,
  type WrittenText,
  writeLogprob,
} from "./output-item";

type Said = Extract<NeutralEvent, { kind: "text" | "refusal" }>;

export type MessageWriter = ItemWriter & { add(event: Said): void };

const emptyPart = (kind: Said["kind"]): WrittenText | WrittenRefusal =>
  kind === "text"
    ? { type: "output_text", text: "", annotations: [], logprobs: [] }
    : { type: "refusal", refusal: "" };

/** A part with one more piece of it. */
const grown = (part: WrittenText | WrittenRefusal, event: Said): WrittenText | WrittenRefusal => {
  if (part.type === "refusal") return { ...part, refusal: part.refusal + event.text };
  if (event.kind === "text") part.logprobs.push(...(event.logprobs ?? []).map(writeLogprob));
  return { ...part, text: part.text + event.text };
};

/** A message: its parts are texts and refusals, each ended before the next begins. */
export const createMessageWriter = ({ id, index, emit }: ItemPlace): MessageWriter => {
  const content: (WrittenText | WrittenRefusal)[] = [];
  let under: { readonly number: number; readonly kind: Said["kind"] } | undefined;
  let status: ItemStatus = "in_progress";
  const item = (): OutputItem => ({ type: "message", id, status, role: "assistant", content });
  const place = () => ({ item_id: id, output_index: index, content_index: content.length - 1 });

  const endPart = (): void => {
    const part = content.at(-1);
    if (!under || !part) return;
    under = undefined;
    if (part.type === "output_text") {
      const { text, logprobs } = part;
      emit("response.output_text.done", { ...place(), text, logprobs });
    } else emit("response.refusal.done", { ...place(), refusal: part.refusal });
    emit("response.content_part.done", { ...place(), part });
  };

  const beginPart = (kind: Said["kind"], number: number): void => {
    endPart();
    under = { number, kind };
    content.push(emptyPart(kind));
    emit("response.content_part.added", { ...place(), part: content.at(-1) });
  };

  emit("response.output_item.added", { output_index: index, item: item() });
  return {
    item,
    add(event) {
      if (under?.number !== event.part || under.kind !== event.kind) {
        beginPart(event.kind, event.part);
      }
      const at = content.length - 1;
      const part = content[at];
      if (part) content[at] = grown(part, event);
      if (event.kind === "refusal") {
        if (event.text !== "") emit("response.refusal.delta", { ...place(), delta: event.text });
        return;
      }
      const logprobs = (event.logprobs ?? []).map(writeLogprob);
      if (event.text === "" && logprobs.length === 0) return;
      emit("response.output_text.delta", { ...place(), delta: event.text, logprobs });
    },
    close(closing) {
      if (status !== "in_progress") return;
      endPart();
      status = closing;
      emit("response.output_item.done", { output_index: index, item: item() });
    },
  };
};
