import { logprobsOf, systemFingerprint, usageOf } from "./completion";
import type { Emission } from "./emission";
import type { Choice, Reply } from "./reply";

/** One event of a stream, and how many tokens are made before it goes out. */
export type Chunk = { readonly payload: unknown; readonly tokens: number };

const deltaOf = (emission: Emission) => {
  if (emission.kind === "text") return { content: emission.text };
  const { index } = emission;
  if (emission.kind === "arguments") {
    return { tool_calls: [{ index, function: { arguments: emission.text } }] };
  }
  const { id, name } = emission;
  return { tool_calls: [{ index, id, type: "function", function: { name, arguments: "" } }] };
};

const firstDelta = ({ emissions }: Choice) =>
  emissions[0]?.kind === "call"
    ? { role: "assistant", content: null }
    : { role: "assistant", content: "", refusal: null };

/**
 * The answer as chunks shaped as OpenAI's: for each choice its role first, then its pieces, the
 * choices taking turns, then why it ended; at last the usage, without choices, if asked for.
 */
export function* toChunks(reply: Reply, includeUsage: boolean): Generator<Chunk> {
  const envelope = {
    id: reply.id,
    object: "chat.completion.chunk",
    created: reply.created,
    model: reply.model,
    service_tier: "default",
    system_fingerprint: systemFingerprint,
  };
  const chunk = (
    { index }: Choice,
    delta: object,
    { finish = null, emission }: { finish?: string | null; emission?: Emission } = {},
  ): Chunk => {
    const logprobs = logprobsOf(emission ? [emission] : []);
    const choices = [{ index, delta, logprobs, finish_reason: finish }];
    const payload = { ...envelope, choices, ...(includeUsage && { usage: null }) };
    return { payload, tokens: emission?.tokens ?? 0 };
  };

  for (const choice of reply.choices) yield chunk(choice, firstDelta(choice));
  const longest = Math.max(...reply.choices.map(({ emissions }) => emissions.length));
  for (let turn = 0; turn <= longest; turn++) {
    for (const choice of reply.choices) {
      const emission = choice.emissions[turn];
      if (emission) yield chunk(choice, deltaOf(emission), { emission });
      else if (turn === choice.emissions.length) {
        yield chunk(choice, {}, { finish: choice.finishReason });
      }
    }
  }
  if (includeUsage) {
    yield { payload: { ...envelope, choices: [], usage: usageOf(reply) }, tokens: 0 };
  }
}
