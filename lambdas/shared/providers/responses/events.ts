import * as z from "zod";
import type { NeutralAnswer } from "../../../../core/chat/neutral/answer";
import type { NeutralEvent } from "../../../../core/chat/neutral/event";
import { gatherAnswer } from "../../../../core/chat/neutral/gather-answer";
import { parseJson } from "../../parse-json";
import type { EventReader, ProviderFailure } from "../adapter";
import { itemSchema, logprobsSchema, partSchema, responseSchema } from "./answer-item";
import { toFailure, toStreamFailure } from "./errors";
import { createOutputReader, type OutputReader, saidKindOf } from "./output-reader";
import { readEnding } from "./read-ending";

const text = z.string().nullish().catch(undefined);
const index = z.int().nullish().catch(undefined);

/** What any event of a stream has; a provider may add what it likes. */
const eventSchema = z.object({
  type: z.string(),
  item_id: text,
  output_index: index,
  content_index: index,
  summary_index: index,
  delta: text,
  logprobs: logprobsSchema,
  item: itemSchema.nullish().catch(undefined),
  part: partSchema.nullish().catch(undefined),
  response: z.unknown().optional(),
});

type StreamEvent = z.infer<typeof eventSchema>;

type Read = (event: StreamEvent, reader: OutputReader) => readonly NeutralEvent[];

/** Providers may give an item another id with each event; its place stays. */
const placeOf = ({ output_index, item_id }: StreamEvent): string =>
  output_index == null ? (item_id ?? "") : String(output_index);

const partPlace = (event: StreamEvent): string => `${placeOf(event)}/${event.content_index ?? 0}`;

const failureEvent = (failure: ProviderFailure): NeutralEvent => ({
  kind: "failure",
  code: failure.code,
  message: failure.message ?? "the provider's answer failed",
  spentCredit: failure.spentCredit,
});

const start: Read = ({ response }) => {
  const parsed = responseSchema.partial().safeParse(response);
  const { id, model } = parsed.data ?? {};
  return [{ kind: "start", ...(id != null && { id }), ...(model != null && { model }) }];
};

const ending: Read = (event, reader) => {
  const parsed = responseSchema.safeParse(event.response);
  return [...(parsed.success ? readEnding(parsed.data, reader) : []), { kind: "end" }];
};

const failed: Read = (event, reader) => {
  const parsed = responseSchema.safeParse(event.response);
  const read = parsed.success ? readEnding(parsed.data, reader) : [];
  const failure = toFailure(event.response) ?? { code: null, spentCredit: false };
  return [...read.filter(({ kind }) => kind !== "finish"), failureEvent(failure)];
};

const readers: Readonly<Record<string, Read>> = {
  "response.created": start,
  "response.output_item.added": (event, reader) =>
    event.item?.type === "function_call" ? reader.called(placeOf(event), event.item) : [],
  "response.content_part.added": (event, reader) => {
    const kind = event.part && saidKindOf(event.part);
    return kind ? reader.said(partPlace(event), kind, "") : [];
  },
  "response.output_text.delta": (event, reader) =>
    reader.said(partPlace(event), "text", event.delta ?? "", event.logprobs ?? undefined),
  "response.refusal.delta": (event, reader) =>
    reader.said(partPlace(event), "refusal", event.delta ?? ""),
  "response.reasoning_summary_text.delta": (event, reader) =>
    reader.thought(placeOf(event), `summary ${event.summary_index ?? 0}`, event.delta ?? ""),
  "response.reasoning_text.delta": (event, reader) =>
    reader.thought(placeOf(event), `content ${event.content_index ?? 0}`, event.delta ?? ""),
  "response.function_call_arguments.delta": (event, reader) =>
    reader.argued(placeOf(event), event.delta ?? ""),
  "response.output_item.done": (event, reader) =>
    event.item ? reader.settle(placeOf(event), event.item) : [],
  "response.completed": ending,
  "response.incomplete": ending,
  "response.failed": failed,
};

/** Reads one Responses stream. Events that say nothing by themselves, or nothing known, give none. */
export const createEventReader = (): EventReader => {
  const reader = createOutputReader();
  let ended = false;
  return (data) => {
    // Some providers put the mark of chat completions behind the last event.
    if (data === "[DONE]") return ended ? [] : [{ kind: "end" }];
    const value = parseJson(data);
    const parsed = eventSchema.safeParse(value);
    if (!parsed.success) {
      const failure = toFailure(value);
      return failure ? [failureEvent(failure)] : [];
    }
    const event = parsed.data;
    if (event.type === "error") return [failureEvent(toStreamFailure(value))];
    const read = Object.hasOwn(readers, event.type) ? readers[event.type] : undefined;
    const events = read?.(event, reader) ?? [];
    ended ||= events.some(({ kind }) => kind === "end");
    return events;
  };
};

/** A whole Response; undefined where the body is none. */
export const readAnswer = (body: string): NeutralAnswer | undefined => {
  const value = parseJson(body);
  const parsed = responseSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const response = parsed.data;
  const reader = createOutputReader();
  const { id, model } = response;
  return gatherAnswer([
    { kind: "start", ...(id != null && { id }), ...(model != null && { model }) },
    ...readEnding(response, reader),
  ]);
};
