import type { Emission } from "../emission";
import { namedFrame } from "../event-stream";
import type { Choice, Reply } from "../reply";
import { thoughtText } from "../said";
import type { Frame, MakeId } from "../sandbox-dialect";
import {
  inputUsage,
  messageHead,
  outputUsage,
  shownThought,
  stopReasonOf,
  usageDetails,
} from "./answer";

const opening = (emission: Emission, makeId: MakeId) => {
  if (emission.kind === "thought") return { type: "thinking", thinking: "", signature: "" };
  if (emission.kind !== "call") return { type: "text", text: "" };
  const { name } = emission;
  return {
    type: "tool_use",
    id: makeId("toolu_01", 22),
    name,
    input: {},
    caller: { type: "direct" },
  };
};

const deltaOf = (emission: Emission, omitted: boolean) => {
  if (emission.kind === "text") return { type: "text_delta", text: emission.text };
  if (emission.kind === "arguments") {
    return { type: "input_json_delta", partial_json: emission.text };
  }
  if (emission.kind === "call") return { type: "input_json_delta", partial_json: "" };
  return omitted ? undefined : { type: "thinking_delta", thinking: emission.text };
};

/** One block ends before the other begins. */
const begins = (emission: Emission, before: Emission | undefined) =>
  emission.kind === "call" || (emission.kind !== "arguments" && emission.kind !== before?.kind);

function* blocks(choice: Choice, omitted: boolean, makeId: MakeId): Generator<Frame> {
  let index = -1;
  let before: Emission | undefined;
  const close = function* (): Generator<Frame> {
    if (!before) return;
    if (before.kind === "thought") {
      const { signature } = shownThought(thoughtText(choice), omitted);
      const delta = { type: "signature_delta", signature };
      yield namedFrame({ type: "content_block_delta", index, delta });
    }
    yield namedFrame({ type: "content_block_stop", index });
  };
  for (const emission of choice.emissions) {
    if (begins(emission, before)) {
      yield* close();
      index += 1;
      const content_block = opening(emission, makeId);
      yield namedFrame({ type: "content_block_start", index, content_block });
      if (index === 0) yield namedFrame({ type: "ping" });
    }
    before = emission;
    const delta = deltaOf(emission, omitted);
    if (delta) {
      const payload = { type: "content_block_delta", index, delta };
      yield namedFrame(payload, emission.tokens);
    } else yield { bytes: "", tokens: emission.tokens };
  }
  yield* close();
}

/**
 * The answer as Anthropic streams it: the message's head with the prompt's counts, each block piece
 * by piece, then why it ended with the answer's counts.
 * @see https://docs.claude.com/en/docs/build-with-claude/streaming
 */
export function* toEvents(
  reply: Reply,
  choice: Choice,
  omitted: boolean,
  makeId: MakeId,
): Generator<Frame> {
  const message = {
    ...messageHead(reply, makeId),
    content: [],
    stop_reason: null,
    stop_sequence: null,
    stop_details: null,
    usage: { ...inputUsage(reply), output_tokens: 1, ...usageDetails(reply) },
  };
  yield namedFrame({ type: "message_start", message });
  yield* blocks(choice, omitted, makeId);
  const delta = {
    stop_reason: stopReasonOf(choice),
    stop_sequence: choice.stopSequence ?? null,
    stop_details: null,
  };
  const usage = { ...inputUsage(reply), ...outputUsage(choice) };
  yield namedFrame({ type: "message_delta", delta, usage });
  yield namedFrame({ type: "message_stop" });
}
