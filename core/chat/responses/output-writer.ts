import type { NeutralEvent } from "../neutral/event";
import { type CallWriter, createCallWriter } from "./call-writer";
import { createMessageWriter, type MessageWriter } from "./message-writer";
import type { Closing, Emit, ItemWriter, OutputItem } from "./output-item";
import { ownId } from "./own-id";
import type { Slot } from "./reasoning-slot";
import { createReasoningWriter, type ReasoningWriter } from "./reasoning-writer";

type Said = Extract<NeutralEvent, { part: number }>;

/** The items of one answer as they are written. */
export type OutputWriter = {
  add(event: Said): void;
  /** Ends what is under way. */
  close(status: Closing): void;
  items(): readonly OutputItem[];
};

/**
 * Puts an answer's parts into items. A message or a thought ends where the next item begins; calls
 * stay open until the answer ends, as the arguments of several may come in turns.
 *
 * @param id - of the answer.
 */
export const createOutputWriter = (id: string, emit: Emit): OutputWriter => {
  const written: ItemWriter[] = [];
  const calls = new Map<number, CallWriter>();
  let message: MessageWriter | undefined;
  let reasoning: ReasoningWriter | undefined;

  const endCurrent = (status: Closing): void => {
    message?.close(status);
    reasoning?.close(status);
    message = undefined;
    reasoning = undefined;
  };

  const next = (kind: Parameters<typeof ownId>[0]) => {
    endCurrent("completed");
    const index = written.length;
    return { id: ownId(kind, id, index), index, emit };
  };

  const keep = <T extends ItemWriter>(writer: T): T => {
    written.push(writer);
    return writer;
  };

  const beginCall = (event: Extract<Said, { kind: "tool-call" }>): void => {
    if (event.seal) {
      const slot: Slot = { seal: event.seal, ofCall: true };
      reasoning = keep(createReasoningWriter(next("reasoning"), event.part, slot));
    }
    calls.set(event.part, keep(createCallWriter(next("call"), event)));
  };

  return {
    add(event) {
      if (event.kind === "tool-call") beginCall(event);
      else if (event.kind === "arguments") calls.get(event.part)?.add(event.text);
      else if (event.kind === "reasoning") {
        if (reasoning?.number !== event.part) {
          reasoning = keep(createReasoningWriter(next("reasoning"), event.part));
        }
        reasoning.add(event);
      } else {
        message ??= keep(createMessageWriter(next("message")));
        message.add(event);
      }
    },
    close(status) {
      endCurrent(status);
      for (const call of calls.values()) call.close(status);
    },
    items: () => written.map((writer) => writer.item()),
  };
};
