import OpenAI from "openai";
import { answerEvents } from "../../../../core/chat/neutral/answer-events";
import type { NeutralEvent } from "../../../../core/chat/neutral/event";
import { responsesDialect } from "../../../../core/chat/responses/dialect";
import { RequestError } from "../../../../core/errors";
import { answerOf, contextFor, parts } from "./writing";

/** OpenAI's own client, answered with this. */
const clientOf = (body: string, type: string): OpenAI =>
  new OpenAI({
    apiKey: "sk-test",
    maxRetries: 0,
    fetch: () => Promise.resolve(new Response(body, { headers: { "content-type": type } })),
  });

const streamOf = (text: string) =>
  clientOf(text, "text/event-stream").responses.stream({ model: "gpt-5", input: "hi" });

const write = (events: readonly NeutralEvent[]) =>
  responsesDialect.streamWriter(contextFor()).write(events);

const inPieces: readonly NeutralEvent[] = [
  { kind: "start" },
  { kind: "reasoning", choice: 0, part: 0, text: "h" },
  { kind: "reasoning", choice: 0, part: 0, text: "m" },
  { kind: "text", choice: 0, part: 1, text: "let " },
  { kind: "text", choice: 0, part: 1, text: "me see" },
  { kind: "refusal", choice: 0, part: 2, text: "no" },
  { kind: "tool-call", choice: 0, part: 3, id: "call_1", name: "f" },
  { kind: "arguments", choice: 0, part: 3, text: '{"a"' },
  { kind: "arguments", choice: 0, part: 3, text: ":1}" },
  { kind: "finish", choice: 0, reason: "tool-calls" },
  { kind: "end" },
];

test("its stream comes to the response that was written", async () => {
  const answer = answerOf({});
  const final = await streamOf(write(answerEvents(answer))).finalResponse();
  const whole: unknown = JSON.parse(responsesDialect.writeAnswer(answer, contextFor()));
  expect(final).toMatchObject(whole as object);
  expect(final.output_text).toBe("let me see");
});

test("what it gathers from the pieces is what the last event holds", async () => {
  const text = write(inPieces);
  const cut = text.slice(0, text.indexOf("event: response.completed"));
  const gathered = await streamOf(cut).finalResponse();
  const final = await streamOf(text).finalResponse();
  expect(gathered.output).toEqual(final.output);
  expect(final.output.map(({ type }) => type)).toEqual(["reasoning", "message", "function_call"]);
});

test("it tells of each piece as it comes", async () => {
  const stream = streamOf(write(inPieces));
  const texts: string[] = [];
  const calls: string[] = [];
  stream.on("response.output_text.delta", ({ snapshot }) => texts.push(snapshot));
  stream.on("response.function_call_arguments.delta", ({ snapshot }) => calls.push(snapshot));
  await stream.finalResponse();
  expect(texts).toEqual(["let ", "let me see"]);
  expect(calls).toEqual(['{"a"', '{"a":1}']);
});

test("it parses an answer by its schema", async () => {
  const body = responsesDialect.writeAnswer(
    answerOf({ finish: "stop", parts: [{ kind: "text", text: '{"a":1}' }] }),
    contextFor(),
  );
  const schema = { type: "object", properties: { a: { type: "number" } } };
  const parsed = await clientOf(body, "application/json").responses.parse({
    model: "gpt-5",
    input: "hi",
    text: { format: { type: "json_schema", name: "n", schema } },
    tools: [{ type: "function", name: "f", parameters: {}, strict: true }],
  });
  expect(parsed.output_parsed).toEqual({ a: 1 });
});

test("it parses the arguments of a strict tool's call", async () => {
  const body = responsesDialect.writeAnswer(answerOf({ parts }), contextFor());
  const parsed = await clientOf(body, "application/json").responses.parse({
    model: "gpt-5",
    input: "hi",
    tools: [{ type: "function", name: "f", parameters: {}, strict: true }],
  });
  const call = parsed.output.find((item) => item.type === "function_call");
  expect(call?.parsed_arguments).toEqual({ a: 1 });
});

test("an error in the middle of a stream makes it raise", async () => {
  const begun = write([{ kind: "start" }, { kind: "text", choice: 0, part: 0, text: "hal" }]);
  const event = responsesDialect.errorEvent(new RequestError(502, "upstream_failed", "it hung up"));
  await expect(streamOf(begun + event).finalResponse()).rejects.toThrow("it hung up");
});

test("a provider's failure in the middle of a stream makes it raise", async () => {
  const text = write([
    { kind: "text", choice: 0, part: 0, text: "hal" },
    { kind: "failure", code: "overloaded", message: "too busy", spentCredit: false },
  ]);
  await expect(streamOf(text).finalResponse()).rejects.toThrow("too busy");
});

test("what it gives back with the next request is read again", async () => {
  const final = await streamOf(write(answerEvents(answerOf({})))).finalResponse();
  const input = [
    ...final.output,
    { type: "function_call_output", call_id: "toolu_1", output: "x" },
  ];
  const request = responsesDialect.read(JSON.stringify({ model: "gpt-5", input })).neutral();
  expect(request.messages[0]?.parts).toEqual(parts);
  expect(request.bound).toEqual([]);
});
