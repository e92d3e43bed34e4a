import type { ChatRequest } from "../../core/chat/completions/chat-request";
import type { PlainKey } from "../../core/ports/vault";
import { collect } from "../shared/http/collect";
import { createSseSplitter, sseData } from "../shared/http/sse-events";
import type { HttpAnswer, Upstream } from "../shared/http/upstream";
import type { AnswerFacts, EventFacts } from "../shared/providers/adapter";
import { notAnAnswer, refused } from "./attempt-failure";
import type { Deadlines } from "./deadlines";
import type { Target } from "./target";
import { bytesWithoutKey, headersWithoutKey, withoutKey } from "./without-key";

/** The caller's request, as it goes to whichever target. */
export type Outbound = { readonly text: string; readonly request: ChatRequest };

export type WholeAnswer = {
  readonly headers: HttpAnswer["headers"];
  readonly body: string;
  readonly facts: AnswerFacts;
};

/** One server-sent event: its bytes, and what they say; a comment says nothing. */
export type StreamEvent = { readonly bytes: Uint8Array; readonly facts: EventFacts | undefined };

export type BegunStream = {
  readonly headers: HttpAnswer["headers"];
  readonly first: readonly StreamEvent[];
  /** The events of each piece that comes after the first. */
  readonly events: AsyncGenerator<readonly StreamEvent[], void, undefined>;
  readonly deadlines: Deadlines;
};

export type AttemptContext = {
  readonly outbound: Outbound;
  readonly key: PlainKey;
  readonly upstream: Upstream;
  readonly deadlines: Deadlines;
};

/** Larger answers than any model gives; beyond it something is wrong at the other end. */
const maxAnswerBytes = 64 * 1024 * 1024;

const readText = async ({ body }: HttpAnswer, deadlines: Deadlines): Promise<string> => {
  let bytes = 0;
  try {
    const whole = await collect(body, ({ byteLength }) => {
      deadlines.heard();
      bytes += byteLength;
      if (bytes > maxAnswerBytes) throw notAnAnswer("answer_too_large");
      return true;
    });
    return whole.toString("utf8");
  } catch (error) {
    deadlines.signal.throwIfAborted();
    throw error;
  }
};

const call = async (target: Target, context: AttemptContext): Promise<HttpAnswer> => {
  const { outbound, key, upstream, deadlines } = context;
  const { offer, adapter } = target;
  const { model } = outbound.request;
  const outgoing = adapter.toHttp({
    ...outbound,
    model: offer.id,
    substitute: model !== offer.id && model !== `${offer.provider}/${offer.id}`,
    reasons: !("unlisted" in offer) && offer.can.reasoning,
    key,
  });
  const answer = await upstream(outgoing, deadlines.signal);
  const { status } = answer;
  const headers = headersWithoutKey(answer.headers, key);
  if (status >= 200 && status < 300) return { ...answer, headers };
  const body = withoutKey(await readText(answer, deadlines), key);
  throw refused({ status, headers, body }, adapter.readFailure(body));
};

/** Gets a whole answer, or throws why there is none. */
export const attemptWhole = async (
  target: Target,
  context: AttemptContext,
): Promise<WholeAnswer> => {
  const answer = await call(target, context);
  const body = await readText(answer, context.deadlines);
  const facts = target.adapter.readAnswer(body);
  if (!facts) throw notAnAnswer("invalid_answer");
  return { headers: answer.headers, body, facts };
};

const readEvents = async function* (
  { body }: HttpAnswer,
  { adapter }: Target,
  { deadlines, key }: AttemptContext,
): BegunStream["events"] {
  const splitter = createSseSplitter();
  const factsOf = (bytes: Uint8Array): EventFacts | undefined => {
    const data = sseData(bytes);
    return data === undefined ? undefined : adapter.readEvent(data);
  };
  const read = (bytes: Uint8Array): StreamEvent => {
    const facts = factsOf(bytes);
    if (!facts?.failure) return { bytes, facts };
    const safe = bytesWithoutKey(bytes, key);
    return { bytes: safe, facts: factsOf(safe) ?? facts };
  };
  try {
    for await (const piece of body) {
      deadlines.heard();
      const events = splitter.push(piece).map(read);
      if (splitter.heldBytes() > maxAnswerBytes) throw notAnAnswer("answer_too_large");
      if (events.length > 0) yield events;
    }
  } catch (error) {
    deadlines.signal.throwIfAborted();
    throw error;
  }
  // A last event without the blank line that should end it counts, with the line given back to it.
  const rest = splitter.rest();
  if (rest.length > 0) yield [read(Buffer.concat([rest, Buffer.from("\n\n")]))];
};

const isEventStream = ({ headers }: HttpAnswer): boolean =>
  /^text\/event-stream\b/i.test(String(headers["content-type"] ?? ""));

/** Begins a stream: resolves with its first event, or throws while another model can still be asked. */
export const attemptStream = async (
  target: Target,
  context: AttemptContext,
): Promise<BegunStream> => {
  const answer = await call(target, context);
  if (!isEventStream(answer)) throw notAnAnswer("not_an_event_stream");
  const { deadlines } = context;
  const events = readEvents(answer, target, context);
  const first: StreamEvent[] = [];
  // Comments are no beginning: until the provider says something, another model can be asked.
  while (!first.some(({ facts }) => facts)) {
    const step = await events.next();
    if (step.done) throw notAnAnswer("empty_stream");
    first.push(...step.value);
  }
  const failure = first.find(({ facts }) => facts?.failure)?.facts?.failure;
  if (failure) throw notAnAnswer(failure.code ?? "error_in_stream");
  return { headers: answer.headers, first, events, deadlines };
};
