import * as fc from "fast-check";
import type { NeutralAnswer } from "../../../../../core/chat/neutral/answer";
import { answerEvents } from "../../../../../core/chat/neutral/answer-events";
import type { NeutralEvent } from "../../../../../core/chat/neutral/event";
import { gatherAnswer } from "../../../../../core/chat/neutral/gather-answer";
import { responsesDialect } from "../../../../../core/chat/responses/dialect";
import type { Item } from "../../../../../core/chat/responses/item-schema";
import { adapter, contextFor, elsewhere, payloadsOf, readResponses, sentBody } from "./asking";
import { generatedAnswer, generatedRequest } from "./generated";

test("a request keeps all that it says on its way into Responses and back", () => {
  fc.assert(
    fc.property(generatedRequest, (request) => {
      expect(adapter.uncarried(request)).toEqual([]);
      const body = sentBody(elsewhere(request));
      expect(responsesDialect.read(body).neutral()).toEqual(request);
    }),
  );
});

const written = (events: readonly NeutralEvent[]): readonly string[] =>
  payloadsOf(responsesDialect.streamWriter(contextFor()).write(events));

const readStream = (payloads: readonly string[]): NeutralAnswer => {
  const reader = adapter.eventReader();
  return gatherAnswer(payloads.flatMap((payload) => reader(payload)));
};

type Written = { readonly output: readonly Item[] };

const lastResponse = (payloads: readonly string[]): Written =>
  (JSON.parse(payloads.at(-1) ?? "") as { response: Written }).response;

/** The parts as the caller hands them back. */
const handedBack = ({ output }: Written): readonly unknown[] =>
  readResponses({ model: "x", input: output })
    .neutral()
    .messages.flatMap((message): readonly unknown[] => message.parts);

const sealless = ({ choices, usage }: NeutralAnswer) => ({
  usage,
  choices: choices.map(({ parts, ...choice }) => ({
    ...choice,
    parts: parts
      .filter((part) => part.kind !== "reasoning" || part.text !== "")
      .map((part) => ("seal" in part ? { ...part, seal: undefined } : part)),
  })),
});

test("an answer keeps all that it says in a stream that is read again", () => {
  fc.assert(
    fc.property(generatedAnswer, (answer) => {
      const payloads = written(answerEvents(answer));
      expect(sealless(readStream(payloads))).toEqual(sealless(answer));
    }),
  );
});

test("a whole answer says what the stream of it does", () => {
  fc.assert(
    fc.property(generatedAnswer, (answer) => {
      const whole: unknown = JSON.parse(responsesDialect.writeAnswer(answer, contextFor()));
      expect(whole).toEqual(lastResponse(written(answerEvents(answer))));
    }),
  );
});

test("an answer's parts, seals and all, come back with the next request", () => {
  fc.assert(
    fc.property(generatedAnswer, (answer) => {
      const parts = answer.choices[0]?.parts ?? [];
      expect(handedBack(lastResponse(written(answerEvents(answer))))).toEqual(parts);
    }),
  );
});

test("a stream cut anywhere is written alike", () => {
  fc.assert(
    fc.property(generatedAnswer, fc.nat(20), (answer, at) => {
      const events = answerEvents(answer);
      const writer = responsesDialect.streamWriter(contextFor());
      const pieces = [events.slice(0, at), events.slice(at)].map((some) => writer.write(some));
      expect(payloadsOf(pieces.join(""))).toEqual(written(events));
    }),
  );
});

test("events are numbered from 0 without a gap, and every item that begins ends once", () => {
  fc.assert(
    fc.property(generatedAnswer, (answer) => {
      const events = written(answerEvents(answer)).map(
        (payload) => JSON.parse(payload) as { type: string; sequence_number: number },
      );
      expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, n) => n));
      const times = (type: string) => events.filter((event) => event.type === type).length;
      expect(times("response.output_item.done")).toBe(times("response.output_item.added"));
      expect(times("response.content_part.done")).toBe(times("response.content_part.added"));
    }),
  );
});

test("no event makes the reader throw", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.json(), fc.string())), (payloads) => {
      const reader = adapter.eventReader();
      for (const payload of payloads) expect(Array.isArray(reader(payload))).toBe(true);
    }),
  );
});
