import type { NeutralEvent } from "../neutral/event";
import type { ItemPlace, ItemWriter, OutputItem } from "./output-item";
import { type Slot, writeSlot } from "./reasoning-slot";

type Thought = Extract<NeutralEvent, { kind: "reasoning" }>;

export type ReasoningWriter = ItemWriter & {
  /** Of the part that it writes. */
  readonly number: number;
  add(event: Thought): void;
};

/**
 * Reasoning, as a summary: that is where OpenAI's clients look for what may be read of it. Its slot
 * for opaque values is always filled, so that it is known again when it is sent back.
 */
export const createReasoningWriter = (
  { id, index, emit }: ItemPlace,
  number: number,
  ofCall?: Slot,
): ReasoningWriter => {
  let text: string | undefined;
  let slot: Slot = ofCall ?? {};
  let closed = false;
  const place = { item_id: id, output_index: index, summary_index: 0 };
  const part = () => ({ type: "summary_text" as const, text: text ?? "" });
  const item = (): OutputItem => ({
    type: "reasoning",
    id,
    summary: text === undefined ? [] : [part()],
    ...(closed && { encrypted_content: writeSlot(slot) }),
  });

  const addText = (delta: string): void => {
    if (text === undefined) {
      text = "";
      emit("response.reasoning_summary_part.added", { ...place, part: part() });
    }
    text += delta;
    emit("response.reasoning_summary_text.delta", { ...place, delta });
  };

  emit("response.output_item.added", { output_index: index, item: item() });
  return {
    number,
    item,
    add({ text: delta, seal, redacted }) {
      if (seal) slot = { ...slot, seal };
      if (redacted) slot = { ...slot, redacted };
      if (delta !== "") addText(delta);
    },
    close() {
      if (closed) return;
      closed = true;
      if (text !== undefined) {
        emit("response.reasoning_summary_text.done", { ...place, text });
        emit("response.reasoning_summary_part.done", { ...place, part: part() });
      }
      emit("response.output_item.done", { output_index: index, item: item() });
    },
  };
};
