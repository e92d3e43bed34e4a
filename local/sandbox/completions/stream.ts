import type { Emission } from "../emission";
import { dataFrame } from "../event-stream";
import type { Choice, Reply } from "../reply";
import type { Frame, MakeId } from "../sandbox-dialect";
import { createdAt, finishReasonOf, logprobsOf, systemFingerprint, usageOf } from "./answer";

const deltaOf = (emission: Emission, makeId: MakeId) => {
  if (emission.kind === "text") return { content: emission.text };
  if (emission.kind === "thought") return { reasoning_content: emission.text };
  const { index } = emission;
  if (emission.kind === "arguments") {
    return { tool_calls: [{ index, function: { arguments: emission.text } }] };
  }
  const id = makeId("call_", 24);
  const { name } = emission;
  return { tool_calls: [{ index, id, type: "function", function: { name, arguments: "" } }] };
};

const firstDelta = ({ emissions }: Choice) =>
  emissions.some(({ kind }) => kind === "call")
    ? { role: "assistant", content: null }
    : { role: "assistant", content: "", refusal: null };

/**
 * The answer as chunks shaped as OpenAI's: for each choice its role first, then its pieces, the
 * choices taking turns, then why it ended; at last the usage, without choices, if asked for.
 */
export function* toChunks(reply: Reply, includeUsage: boolean, makeId: MakeId): Generator<Frame> {
  const envelope = {
    id: makeId("chatcmpl-", 29),
    object: "chat.completion.chunk",
    created: createdAt(reply),
    model: reply.model,
    service_tier: "default",
    system_fingerprint: systemFingerprint,
  };
  const chunk = (
    { index }: Choice,
    delta: object,
    { finish = null, emission }: { finish?: string | null; emission?: Emission } = {},
  ): Frame => {
    const logprobs = logprobsOf(emission ? [emission] : []);
    const choices = [{ index, delta, logprobs, finish_reason: finish }];
    const payload = { ...envelope, choices, ...(includeUsage && { usage: null }) };
    return dataFrame(payload, (emission?.tokens ?? 0) / reply.choices.length);
  };

  for (const choice of reply.choices) yield chunk(choice, firstDelta(choice));
  const longest = Math.max(...reply.choices.map(({ emissions }) => emissions.length));
  for (let turn = 0; turn <= longest; turn++) {
    for (const choice of reply.choices) {
      const emission = choice.emissions[turn];
      if (emission) yield chunk(choice, deltaOf(emission, makeId), { emission });
      else if (turn === choice.emissions.length) {
        yield chunk(choice, {}, { finish: finishReasonOf(choice) });
      }
    }
  }
  if (includeUsage) yield dataFrame({ ...envelope, choices: [], usage: usageOf(reply) });
  yield { bytes: "data: [DONE]\n\n", tokens: 0 };
}
