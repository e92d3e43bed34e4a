import { isDeepStrictEqual } from "node:util";
import type { CallerDialectId } from "../../core/chat/dialect";
import type { PlainAnswer } from "./plain/plain-answer";
import { payloadsOf, readStream, readWhole } from "./plain/read-plainly";
import type { RecordedCase } from "./recorded-case";
import type { World } from "./world";

/** How one case went. */
export type Outcome =
  | { readonly kind: "whole" }
  /** Whole but for parts that the other dialect has no word for. */
  | { readonly kind: "lost"; readonly what: readonly string[] }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "failed"; readonly why: string };

const question = "What was recorded?";

/** The plainest request of a dialect for the model that answers as recorded. */
const requestIn = (
  dialect: CallerDialectId,
  { provider, dialect: spoken, streamed }: RecordedCase,
) => {
  const model = `${provider}/recorded-${spoken}`;
  const messages = [{ role: "user", content: question }];
  if (dialect === "responses") return { model, input: question, stream: streamed };
  if (dialect === "messages") return { model, max_tokens: 1_000, messages, stream: streamed };
  const counted = streamed && { stream: true, stream_options: { include_usage: true } };
  return { model, messages, ...counted };
};

const readAs = (dialect: RecordedCase["dialect"], body: string, streamed: boolean): PlainAnswer =>
  streamed ? readStream(dialect, payloadsOf(body)) : readWhole(dialect, body);

const squeezed = (text: string): string => text.replace(/\s+/g, "");

/** Not every dialect can leave out a count that its provider did not give. */
const nothing = { input: 0, cached: 0, output: 0 };

/** Chat completions have no word for an answer that goes on later. */
const finishesAlike = (said: PlainAnswer, read: PlainAnswer): boolean =>
  said.finish === read.finish || (said.finish === "pause" && read.finish === "length");

/** What differs between what the provider said and what the caller read; reasoning by its words. */
const differences = (said: PlainAnswer, read: PlainAnswer): string[] => [
  ...(said.text === read.text ? [] : ["text"]),
  ...(squeezed(said.reasoning) === squeezed(read.reasoning) ? [] : ["reasoning"]),
  ...(isDeepStrictEqual(said.calls, read.calls) ? [] : ["tool calls"]),
  ...(finishesAlike(said, read) ? [] : [`finish ${said.finish} became ${read.finish}`]),
  ...(isDeepStrictEqual(said.usage ?? nothing, read.usage ?? nothing)
    ? []
    : [`usage ${JSON.stringify(said.usage)} became ${JSON.stringify(read.usage)}`]),
];

/** What the gateway's own record counted, against the provider's count. */
const miscounted = (said: PlainAnswer, tokens: Readonly<Record<string, number>>): string[] => {
  if (!said.usage) return [];
  const of = (name: string) => tokens[name] ?? 0;
  const input = of("freshInput") + of("cacheRead") + of("cacheWrite5m") + of("cacheWrite1h");
  const output = of("visibleOutput") + of("reasoningOutput");
  const right = input === said.usage.input && output === said.usage.output;
  return right ? [] : [`the record counts ${input}+${output}`];
};

/**
 * Sends a request in a dialect whose provider answers as recorded, and holds what the caller reads
 * against what the provider said.
 *
 * @param losses - what this answer says that the caller's dialect has no word for.
 */
export const checkAnswer = async (
  recorded: RecordedCase,
  dialect: CallerDialectId,
  world: World,
  losses: readonly string[],
): Promise<Outcome> => {
  const { streamed, status, body } = recorded;
  const passed = await world.pass(dialect, requestIn(dialect, recorded), recorded);
  // A stream that begins with an error is no answer yet: another model can still be asked.
  if (passed.status === 502 && streamed && /^data: *\{"error"/m.test(body))
    return { kind: "whole" };
  if (passed.status !== status) {
    return {
      kind: "failed",
      why: `status ${status} became ${passed.status}: ${passed.text.slice(0, 200)}`,
    };
  }
  if (status !== 200) return { kind: "whole" };
  if (dialect === recorded.dialect) {
    if (passed.text !== body && !streamed) return { kind: "failed", why: "the body is another" };
  }
  const said = readAs(recorded.dialect, body, streamed);
  const read = readAs(dialect, passed.text, streamed);
  const wrong = [...differences(said, read), ...miscounted(said, passed.event?.tokens ?? {})];
  if (wrong.length > 0) return { kind: "failed", why: wrong.join("; ") };
  return losses.length > 0 && dialect !== recorded.dialect
    ? { kind: "lost", what: losses }
    : { kind: "whole" };
};
