import Anthropic from "@anthropic-ai/sdk";
import fc from "fast-check";
import type { AnswerContext, CallerRequest } from "../../../../../core/chat/caller-dialect";
import { messagesDialect } from "../../../../../core/chat/messages/dialect";
import type { NeutralAnswer } from "../../../../../core/chat/neutral/answer";
import { answerEvents } from "../../../../../core/chat/neutral/answer-events";
import { gatherAnswer } from "../../../../../core/chat/neutral/gather-answer";
import type { NeutralRequest } from "../../../../../core/chat/neutral/request";
import type { PlainKey } from "../../../../../core/ports/vault";
import { inputTokens, outputTokens } from "../../../../../core/usage/token-buckets";
import { createMessagesAdapter } from "../../../../../lambdas/shared/providers/messages/adapter";
import { answers, requestsOf } from "../../../../support/neutral-arbitraries";

const adapter = createMessagesAdapter({
  provider: "anthropic",
  url: () => "https://api.anthropic.com",
  auth: (key) => ({ "x-api-key": key }),
});

/** A request of another dialect's caller, of which only what it says counts. */
const asked = (neutral: NeutralRequest): CallerRequest => ({
  ...messagesDialect.read(
    JSON.stringify({ model: "m", max_tokens: 1, messages: [{ role: "user", content: "hello" }] }),
  ),
  dialect: "completions",
  neutral: () => neutral,
});

const sent = (neutral: NeutralRequest, id = "claude-sonnet-4-5"): string => {
  const { body } = adapter.toHttp({
    request: asked(neutral),
    model: { id, substitute: false, reasons: true, mostOutputTokens: 0 },
    key: "secret" as PlainKey,
    passedHeaders: {},
    settings: {},
  });
  return body ?? "";
};

/** Every cache mark but the last four, in the order of the prompt, is one too many. */
const withoutMarks = (request: NeutralRequest): unknown =>
  JSON.parse(
    JSON.stringify(request, (key, value: unknown) => (key === "cache" ? undefined : value)),
  );

test("what is translated to Anthropic reads as the same request there", () => {
  fc.assert(
    fc.property(requestsOf("messages"), (request) => {
      expect(adapter.uncarried(request)).toEqual([]);
      const read = messagesDialect.read(sent(request)).neutral();
      expect(withoutMarks(read)).toEqual(withoutMarks(request));
    }),
    { numRuns: 300 },
  );
});

const context: AnswerContext = {
  request: asked({ messages: [], tools: [], stop: [], choices: 1, stream: false, bound: [] }),
  id: "a1",
  model: "gpt-4o",
  createdAt: 0,
};

const dataOf = (stream: string): string[] =>
  stream.split("\n").flatMap((line) => (line.startsWith("data: ") ? [line.slice(6)] : []));

const streamed = (answer: NeutralAnswer): string =>
  messagesDialect.streamWriter(context).write(answerEvents(answer));

/** Neighbouring pieces of arguments have the writer's own spacing. */
const partsOf = ({ choices, usage }: NeutralAnswer) => ({ choices, usage });

test("a written stream reads as the answer that it was written from", () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const readEvent = adapter.eventReader();
      const read = gatherAnswer(dataOf(streamed(answer)).flatMap((data) => readEvent(data)));
      expect(partsOf(read)).toEqual(partsOf(answer));
    }),
    { numRuns: 300 },
  );
});

test("a written answer reads as the answer that it was written from", () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const read = adapter.readAnswer(messagesDialect.writeAnswer(answer, context));
      expect(read && partsOf(read)).toEqual(partsOf(answer));
    }),
    { numRuns: 300 },
  );
});

/** Anthropic's own client, which hears these words and no network. */
const clientOf = (body: string, type: string): Anthropic =>
  new Anthropic({
    apiKey: "none",
    maxRetries: 0,
    fetch: () => Promise.resolve(new Response(body, { headers: { "content-type": type } })),
  });

const question = {
  model: "claude-haiku-4-5",
  max_tokens: 10,
  messages: [{ role: "user" as const, content: "hello" }],
};

test("Anthropic's client reads a written stream to the same message as the whole answer", async () => {
  await fc.assert(
    fc.asyncProperty(answers, async (answer) => {
      const whole = JSON.parse(messagesDialect.writeAnswer(answer, context)) as Anthropic.Message;
      const client = clientOf(streamed(answer), "text/event-stream");
      const message = await client.messages.stream(question).finalMessage();
      expect(message).toMatchObject({
        content: whole.content,
        stop_reason: whole.stop_reason,
        usage: whole.usage,
      });
      const tokens = answer.usage?.tokens;
      if (!tokens) throw new Error("every generated answer is counted");
      const { input_tokens, cache_read_input_tokens, cache_creation_input_tokens } = message.usage;
      const input = input_tokens + (cache_read_input_tokens ?? 0);
      expect(input + (cache_creation_input_tokens ?? 0)).toBe(inputTokens(tokens));
      expect(message.usage.output_tokens).toBe(outputTokens(tokens));
    }),
    { numRuns: 60 },
  );
});

test("a count that comes with the end is the one that Anthropic's client gives", async () => {
  const writer = messagesDialect.streamWriter(context);
  const [answer] = fc.sample(answers, { numRuns: 1, seed: 7 });
  if (!answer) throw new Error("nothing was generated");
  // One event at a time, as they come: the start is written before anything is counted.
  const stream = answerEvents(answer)
    .map((event) => writer.write([event]))
    .join("");
  expect(JSON.parse(dataOf(stream)[0] ?? "")).toMatchObject({
    message: { usage: { input_tokens: 0, output_tokens: 0 } },
  });
  const message = await clientOf(stream, "text/event-stream")
    .messages.stream(question)
    .finalMessage();
  expect(message.usage.input_tokens).toBe(answer.usage?.tokens.freshInput);
  expect(message.usage.cache_read_input_tokens).toBe(answer.usage?.tokens.cacheRead);
});
