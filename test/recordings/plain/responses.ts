import {
  argumentsOf,
  count,
  list,
  loose,
  type PlainAnswer,
  type PlainFinish,
  text,
} from "./plain-answer";

const finishOf = (status: string, reason: string, calls: number): PlainFinish => {
  if (status === "incomplete") return reason === "content_filter" ? "filter" : "length";
  if (status === "failed") return "error";
  if (status === "queued" || status === "in_progress") return "pause";
  return calls > 0 ? "tools" : "stop";
};

export const plainResponse = (body: unknown): PlainAnswer => {
  const answer = loose(body);
  const items = list(answer.output);
  const of = (type: string) => items.filter((item) => text(item.type) === type);
  const calls = of("function_call");
  const { usage } = answer;
  return {
    text: of("message")
      .flatMap((item) => list(item.content))
      .map((part) => text(part.text) + text(part.refusal))
      .join(""),
    reasoning: of("reasoning")
      .flatMap((item) => [...list(item.summary), ...list(item.content)])
      .map((part) => text(part.text))
      .join(""),
    calls: calls.map((item) => ({
      name: text(item.name),
      arguments: argumentsOf(text(item.arguments)),
    })),
    finish: finishOf(text(answer.status), text(answer.incomplete_details?.reason), calls.length),
    ...(usage && {
      usage: {
        input: count(usage.input_tokens),
        cached: count(usage.input_tokens_details?.cached_tokens),
        output: count(usage.output_tokens),
      },
    }),
  };
};

/** The last event holds the whole answer; texts are read piece by piece, as some were abridged. */
export const plainResponseStream = (payloads: readonly string[]): PlainAnswer => {
  const events = payloads.map((payload) => loose(JSON.parse(payload)));
  const pieces = (pattern: RegExp) =>
    events
      .filter((event) => pattern.test(text(event.type)))
      .map((event) => text(event.delta))
      .join("");
  const last = events.findLast((event) =>
    /^response\.(completed|incomplete|failed)$/.test(text(event.type)),
  );
  const whole = plainResponse(last?.response ?? {});
  const said = pieces(/^response\.(output_text|refusal)\.delta$/);
  return { ...whole, text: said === "" ? whole.text : said };
};
