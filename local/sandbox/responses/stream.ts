import type { Emission } from "../emission";
import { namedFrame } from "../event-stream";
import type { Frame } from "../sandbox-dialect";
import { type Answering, openResponse, toResponse } from "./answer";
import type { OutputItem } from "./output";

type Event = { readonly type: string } & Readonly<Record<string, unknown>>;
type Place = { readonly item_id: string; readonly output_index: number };

/** An item as it begins, and what begins and ends within it. */
type Outline = {
  readonly begun: unknown;
  readonly before: readonly Event[];
  readonly after: readonly Event[];
  readonly delta: (emission: Emission) => Event | undefined;
};

const reasoningOutline = (
  item: Extract<OutputItem, { type: "reasoning" }>,
  place: Place,
): Outline => {
  const [part] = item.summary;
  const begun = { ...item, summary: [] };
  if (!part) return { begun, before: [], after: [], delta: () => undefined };
  const at = { ...place, summary_index: 0 };
  const event = (type: string, more: object): Event => ({
    type: `response.reasoning_summary_${type}`,
    ...at,
    ...more,
  });
  return {
    begun,
    before: [event("part.added", { part: { ...part, text: "" } })],
    delta: (emission) =>
      emission.kind === "thought" ? event("text.delta", { delta: emission.text }) : undefined,
    after: [event("text.done", { text: part.text }), event("part.done", { part })],
  };
};

const messageOutline = (item: Extract<OutputItem, { type: "message" }>, place: Place): Outline => {
  const [part] = item.content;
  const at = { ...place, content_index: 0 };
  return {
    begun: { ...item, status: "in_progress", content: [] },
    before: [
      { type: "response.content_part.added", ...at, part: { ...part, text: "", logprobs: [] } },
    ],
    delta: (emission) =>
      emission.kind === "text"
        ? {
            type: "response.output_text.delta",
            ...at,
            delta: emission.text,
            logprobs: emission.logprob ? [emission.logprob] : [],
          }
        : undefined,
    after: [
      {
        type: "response.output_text.done",
        ...at,
        text: part?.text ?? "",
        logprobs: part?.logprobs ?? [],
      },
      { type: "response.content_part.done", ...at, part },
    ],
  };
};

const callOutline = (
  item: Extract<OutputItem, { type: "function_call" }>,
  place: Place,
): Outline => ({
  begun: { ...item, arguments: "", status: "in_progress" },
  before: [],
  delta: (emission) =>
    emission.kind === "arguments"
      ? { type: "response.function_call_arguments.delta", ...place, delta: emission.text }
      : undefined,
  after: [
    {
      type: "response.function_call_arguments.done",
      ...place,
      name: item.name,
      arguments: item.arguments,
    },
  ],
});

const outlineOf = (item: OutputItem, place: Place): Outline => {
  if (item.type === "reasoning") return reasoningOutline(item, place);
  return item.type === "message" ? messageOutline(item, place) : callOutline(item, place);
};

/** The pieces of each item, in order: a call begins with its name. */
const byItem = (emissions: readonly Emission[]): readonly (readonly Emission[])[] => {
  const groups: Emission[][] = [];
  let before: Emission["kind"] | undefined;
  for (const emission of emissions) {
    const { kind } = emission;
    const continues = kind === "arguments" || (kind !== "call" && kind === before);
    if (continues) groups.at(-1)?.push(emission);
    else groups.push([emission]);
    before = kind;
  }
  return groups;
};

/**
 * The answer as Responses streams it: numbered events, each item opened, told piece by piece and
 * closed, and the whole response at the end.
 * @see https://platform.openai.com/docs/api-reference/responses-streaming
 */
export function* toEvents(answering: Answering, output: readonly OutputItem[]): Generator<Frame> {
  let sequence_number = 0;
  const frame = ({ type, ...event }: Event, tokens = 0): Frame =>
    namedFrame({ type, sequence_number: sequence_number++, ...event }, tokens);
  const response = openResponse(answering);
  yield frame({ type: "response.created", response });
  yield frame({ type: "response.in_progress", response });
  const pieces = byItem(answering.choice.emissions);
  for (const [output_index, item] of output.entries()) {
    const { begun, before, delta, after } = outlineOf(item, { item_id: item.id, output_index });
    yield frame({ type: "response.output_item.added", output_index, item: begun });
    for (const event of before) yield frame(event);
    for (const emission of pieces[output_index] ?? []) {
      const event = delta(emission);
      yield event ? frame(event, emission.tokens) : { bytes: "", tokens: emission.tokens };
    }
    for (const event of after) yield frame(event);
    yield frame({ type: "response.output_item.done", output_index, item });
  }
  const whole = toResponse(answering, output);
  yield frame({ type: `response.${whole.status}`, response: whole });
}
