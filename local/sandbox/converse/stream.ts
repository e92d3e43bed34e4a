import { type Emission, tokensOf } from "../emission";
import type { Choice, Reply } from "../reply";
import { thoughtText } from "../said";
import type { Frame, MakeId } from "../sandbox-dialect";
import { endingOf, signatureOf, usageOf } from "./answer";
import { eventMessage } from "./event-message";
import type { ConverseRequest } from "./request";

const frame = (event: string, payload: object, tokens = 0): Frame => ({
  // AWS pads its events, so that their lengths tell nothing.
  bytes: eventMessage(event, { ...payload, p: "abcdefghijkl" }),
  tokens,
});

const deltaOf = (emission: Emission) => {
  if (emission.kind === "text") return { text: emission.text };
  if (emission.kind === "thought") return { reasoningContent: { text: emission.text } };
  return emission.kind === "arguments" ? { toolUse: { input: emission.text } } : undefined;
};

const begins = (emission: Emission, before: Emission | undefined) =>
  emission.kind === "call" || (emission.kind !== "arguments" && emission.kind !== before?.kind);

/** Only a tool's block is opened by an event of its own. */
function* blocks(choice: Choice, makeId: MakeId): Generator<Frame> {
  let contentBlockIndex = -1;
  let before: Emission | undefined;
  const close = function* (): Generator<Frame> {
    if (before?.kind === "thought") {
      const delta = { reasoningContent: { signature: signatureOf(thoughtText(choice)) } };
      yield frame("contentBlockDelta", { contentBlockIndex, delta });
    }
    if (before) yield frame("contentBlockStop", { contentBlockIndex });
  };
  for (const emission of choice.emissions) {
    if (begins(emission, before)) {
      yield* close();
      contentBlockIndex += 1;
    }
    before = emission;
    if (emission.kind === "call") {
      const toolUse = { toolUseId: makeId("tooluse_", 22), name: emission.name };
      const payload = { contentBlockIndex, start: { toolUse } };
      yield frame("contentBlockStart", payload, emission.tokens);
    } else {
      const payload = { contentBlockIndex, delta: deltaOf(emission) };
      yield frame("contentBlockDelta", payload, emission.tokens);
    }
  }
  yield* close();
}

/**
 * The answer as ConverseStream brings it.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
 */
export function* toEvents(
  reply: Reply,
  choice: Choice,
  request: ConverseRequest,
  makeId: MakeId,
): Generator<Frame> {
  yield frame("messageStart", { role: "assistant" });
  yield* blocks(choice, makeId);
  yield frame("messageStop", endingOf(choice, request));
  yield frame("metadata", {
    usage: usageOf(reply, choice),
    metrics: { latencyMs: tokensOf(choice.emissions) },
  });
}
