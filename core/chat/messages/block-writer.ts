import type { NeutralEvent } from "../neutral/event";
import { writeSeal } from "../neutral/seal";
import { redactedOfCall, signatureOf } from "./seal-slots";
import { serverSentEvent } from "./server-sent-event";
import type { Held } from "./stop-reason";
import { toolCallIdOf } from "./tool-call-id";

/** A piece of one part of the answer. */
export type PartEvent = Extract<NeutralEvent, { part: number }>;

type Open = { readonly index: number; readonly part: number; unsigned: boolean };

const started = (index: number, content_block: object): string =>
  serverSentEvent("content_block_start", { type: "content_block_start", index, content_block });

const delta = (index: number, change: object): string =>
  serverSentEvent("content_block_delta", { type: "content_block_delta", index, delta: change });

const stopped = (index: number): string =>
  serverSentEvent("content_block_stop", { type: "content_block_stop", index });

const startBlock = (event: Exclude<PartEvent, { kind: "arguments" | "refusal" }>): object => {
  if (event.kind === "text") return { type: "text", text: "" };
  if (event.kind === "reasoning") return { type: "thinking", thinking: "", signature: "" };
  return { type: "tool_use", id: toolCallIdOf(event.id), name: event.name, input: {} };
};

/** Writes the parts of one answer as content blocks, one after the other. */
export const createBlockWriter = () => {
  const indexes = new Map<number, number>();
  let next = 0;
  let open: Open | undefined;
  let calls = false;
  let refusal: string | undefined;

  const close = (): string => {
    if (!open) return "";
    const { index, unsigned } = open;
    open = undefined;
    const signature = signatureOf({ kind: "reasoning", text: "" });
    return (unsigned ? delta(index, { type: "signature_delta", signature }) : "") + stopped(index);
  };
  /** A block that comes in one piece: a redacted thought. */
  const whole = (data: string): string => {
    const index = next;
    next += 1;
    return started(index, { type: "redacted_thinking", data }) + stopped(index);
  };
  const begin = (event: Exclude<PartEvent, { kind: "arguments" | "refusal" }>): string => {
    const before = close();
    const sealed =
      event.kind === "tool-call" && event.seal ? whole(redactedOfCall(event.seal)) : "";
    const index = next;
    next += 1;
    indexes.set(event.part, index);
    open = { index, part: event.part, unsigned: event.kind === "reasoning" };
    return before + sealed + started(index, startBlock(event));
  };
  const say = (part: number, change: object): string => {
    const index = indexes.get(part);
    // A piece that comes after its block was closed is still that block's: clients go by the index.
    return index === undefined ? "" : delta(index, change);
  };
  const writeReasoning = (event: Extract<PartEvent, { kind: "reasoning" }>): string => {
    const { part, text, seal, redacted } = event;
    if (redacted) return seal ? close() + whole(writeSeal(seal, "messages")) : "";
    if (text === "" && !seal) return "";
    const before = indexes.has(part) ? "" : begin(event);
    const thought = text === "" ? "" : say(part, { type: "thinking_delta", thinking: text });
    if (!seal) return before + thought;
    if (open?.part === part) open.unsigned = false;
    const signature = writeSeal(seal, "messages");
    return before + thought + say(part, { type: "signature_delta", signature });
  };

  return {
    write(event: PartEvent): string {
      if (event.kind === "refusal") refusal = (refusal ?? "") + event.text;
      else if (event.kind === "reasoning") return writeReasoning(event);
      else if (event.kind === "tool-call") {
        calls = true;
        return begin(event);
      } else if (event.text !== "") {
        if (event.kind === "arguments") {
          return say(event.part, { type: "input_json_delta", partial_json: event.text });
        }
        const before = indexes.has(event.part) ? "" : begin(event);
        return before + say(event.part, { type: "text_delta", text: event.text });
      }
      return "";
    },
    close,
    held: (): Held & { readonly refusal: string } => ({
      calls,
      refuses: refusal !== undefined,
      refusal: refusal ?? "",
    }),
  };
};
