import type { CallerRequest } from "../../core/chat/caller-dialect";
import type { NeutralAnswer } from "../../core/chat/neutral/answer";
import type { NeutralEvent } from "../../core/chat/neutral/event";
import type { PlainKey } from "../../core/ports/vault";
import { collect } from "../shared/http/collect";
import { createSseSplitter, sseData } from "../shared/http/sse-events";
import type { HttpAnswer, Upstream } from "../shared/http/upstream";
import type { CalledModel, ProviderFailure } from "../shared/providers/adapter";
import { notAnAnswer, refused } from "./attempt-failure";
import type { Deadlines } from "./deadlines";
import type { Target } from "./target";
import { bytesWithoutKey, headersWithoutKey, withoutKey } from "./without-key";

/** The caller's request, as it goes to whichever target. */
export type Outbound = {
  readonly request: CallerRequest;
  /** Headers of the caller's that its own dialect's providers read. */
  readonly passedHeaders: Readonly<Record<string, string>>;
};

export type WholeAnswer = {
  readonly headers: HttpAnswer["headers"];
  /** As the provider wrote it. */
  readonly body: string;
  readonly said: NeutralAnswer;
};

/** One server-sent event: its bytes, and what they say; a comment says nothing. */
export type StreamEvent = {
  readonly bytes: Uint8Array;
  readonly said: readonly NeutralEvent[] | undefined;
};

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

const calledModel = ({ offer }: Target, { model }: CallerRequest): CalledModel => ({
  id: offer.id,
  substitute: model !== offer.id && model !== `${offer.provider}/${offer.id}`,
  reasons: !("unlisted" in offer) && offer.can.reasoning,
  mostOutputTokens: "unlisted" in offer ? 0 : offer.limits.outputTokens,
});

/** A provider may say in the body when to come back: then it counts as if a header said so. */
const withRetryAdvice = (
  headers: HttpAnswer["headers"],
  { retryAfterMs }: ProviderFailure,
): HttpAnswer["headers"] =>
  retryAfterMs === undefined || "retry-after" in headers || "retry-after-ms" in headers
    ? headers
    : { ...headers, "retry-after-ms": String(retryAfterMs) };

const call = async (target: Target, context: AttemptContext): Promise<HttpAnswer> => {
  const { outbound, key, upstream, deadlines } = context;
  const { adapter, credential } = target;
  const outgoing = adapter.toHttp({
    ...outbound,
    model: calledModel(target, outbound.request),
    key,
    settings: credential.settings ?? {},
  });
  const answer = await upstream(outgoing, deadlines.signal);
  const { status } = answer;
  const headers = headersWithoutKey(answer.headers, key);
  if (status >= 200 && status < 300) return { ...answer, headers };
  const body = withoutKey(await readText(answer, deadlines), key);
  const failure = adapter.readFailure(body);
  const { dialect } = adapter;
  throw refused(
    { status, headers: withRetryAdvice(headers, failure), body, dialect, message: failure.message },
    failure,
  );
};

/** Gets a whole answer, or throws why there is none. */
export const attemptWhole = async (
  target: Target,
  context: AttemptContext,
): Promise<WholeAnswer> => {
  const answer = await call(target, context);
  const body = await readText(answer, context.deadlines);
  const said = target.adapter.readAnswer(body);
  if (!said) throw notAnAnswer("invalid_answer");
  return { headers: answer.headers, body, said };
};

const fails = ({ kind }: NeutralEvent): boolean => kind === "failure";

/** A provider may quote the key also where it fails in mid-stream. */
const withoutKeyIn = (event: NeutralEvent, key: PlainKey): NeutralEvent =>
  event.kind === "failure"
    ? {
        ...event,
        message: withoutKey(event.message, key),
        code: event.code === null ? null : withoutKey(event.code, key),
      }
    : event;

const readEvents = async function* (
  { body }: HttpAnswer,
  { adapter }: Target,
  { deadlines, key }: AttemptContext,
): BegunStream["events"] {
  const splitter = createSseSplitter();
  const readEvent = adapter.eventReader();
  const read = (bytes: Uint8Array): StreamEvent => {
    const data = sseData(bytes);
    if (data === undefined) return { bytes, said: undefined };
    const said = readEvent(data);
    if (!said.some(fails)) return { bytes, said };
    return {
      bytes: bytesWithoutKey(bytes, key),
      said: said.map((event) => withoutKeyIn(event, key)),
    };
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
  while (!first.some(({ said }) => said)) {
    const step = await events.next();
    if (step.done) throw notAnAnswer("empty_stream");
    first.push(...step.value);
  }
  const failure = first.flatMap(({ said = [] }) => said).find((event) => event.kind === "failure");
  if (failure) throw notAnAnswer(failure.code ?? "error_in_stream");
  return { headers: answer.headers, first, events, deadlines };
};
