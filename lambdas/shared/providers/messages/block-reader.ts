import { sealOfSignature } from "../../../../core/chat/messages/seal-slots";
import type { NeutralEvent } from "../../../../core/chat/neutral/event";
import { type AnswerBlock, type BlockDelta, citations, readBlock } from "./answer-block";

type Open = {
  readonly type: string;
  /** Its number among the parts; absent until it says something. */
  part?: number;
  /** Some of a call's arguments came. */
  argued: boolean;
};

const isEmptyObject = (value: unknown): boolean =>
  typeof value !== "object" || value === null || Object.keys(value).length === 0;

/** Reads the content blocks of one stream as the parts of its answer. */
export const createBlockReader = () => {
  const open = new Map<number, Open>();
  let parts = 0;

  /** Blocks that say nothing, and those that are only named, are no parts. */
  const placeOf = (block: Open) => {
    if (block.part === undefined) {
      block.part = parts;
      parts += 1;
    }
    return { choice: 0, part: block.part };
  };
  const startCall = (block: Open, { id, name, input }: AnswerBlock): NeutralEvent[] => {
    const place = placeOf(block);
    const call: NeutralEvent = { ...place, kind: "tool-call", id, name };
    if (isEmptyObject(input)) return [call];
    block.argued = true;
    return [call, { ...place, kind: "arguments", text: JSON.stringify(input) }];
  };
  const start = (index: number, content: AnswerBlock): readonly NeutralEvent[] => {
    const block: Open = { type: content.type, argued: false };
    open.set(index, block);
    if (content.type === "tool_use") return startCall(block, content);
    const read = readBlock(content);
    if (!read) return [];
    const unsaid: readonly NeutralEvent[] =
      read.unsaid === undefined ? [] : [{ kind: "unsaid", what: read.unsaid }];
    if (!("part" in read) || read.part.kind === "tool-call") return unsaid;
    return [{ ...placeOf(block), ...read.part }, ...unsaid];
  };
  const add = (index: number, delta: BlockDelta): readonly NeutralEvent[] => {
    const block = open.get(index);
    if (!block) return [];
    const { type } = block;
    if (delta.type === "citations_delta") return [{ kind: "unsaid", what: citations }];
    if (type === "text" && delta.text) {
      return [{ ...placeOf(block), kind: "text", text: delta.text }];
    }
    if (type === "thinking" && delta.thinking) {
      return [{ ...placeOf(block), kind: "reasoning", text: delta.thinking }];
    }
    if (type === "thinking" && delta.signature) {
      const seal = sealOfSignature(delta.signature);
      return seal ? [{ ...placeOf(block), kind: "reasoning", text: "", seal }] : [];
    }
    if (type === "tool_use" && delta.partial_json) {
      block.argued = true;
      return [{ ...placeOf(block), kind: "arguments", text: delta.partial_json }];
    }
    return [];
  };
  /** A call without arguments has an empty object of them, as in a whole answer. */
  const stop = (index: number): readonly NeutralEvent[] => {
    const block = open.get(index);
    if (block?.type !== "tool_use" || block.argued) return [];
    block.argued = true;
    return [{ ...placeOf(block), kind: "arguments", text: "{}" }];
  };
  const refusal = (text: string): NeutralEvent => ({
    ...placeOf({ type: "refusal", argued: false }),
    kind: "refusal",
    text,
  });
  return { start, add, stop, refusal };
};
