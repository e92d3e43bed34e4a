import type { AnswerContext } from "../../../../../core/chat/caller-dialect";
import { readCountRequest } from "../../../../../core/chat/messages/count-tokens";
import { messagesDialect } from "../../../../../core/chat/messages/dialect";
import type { NeutralAnswer } from "../../../../../core/chat/neutral/answer";
import { answerEvents } from "../../../../../core/chat/neutral/answer-events";
import type { NeutralEvent } from "../../../../../core/chat/neutral/event";
import { gatherAnswer } from "../../../../../core/chat/neutral/gather-answer";
import { inputTokens, outputTokens } from "../../../../../core/usage/token-buckets";
import { readAnswer } from "../../../../../lambdas/shared/providers/messages/answer";
import { readCount } from "../../../../../lambdas/shared/providers/messages/count";
import { readFailure } from "../../../../../lambdas/shared/providers/messages/errors";
import { eventReader } from "../../../../../lambdas/shared/providers/messages/events";
import { answersOf, exchangesOf } from "../../../../support/recordings";

const exchanges = exchangesOf("anthropic");
const answers = answersOf("anthropic");

const isCount = ({ path }: { path: string }) => path.includes("count_tokens");
const dataOf = (stream: string): string[] =>
  stream.split("\n").flatMap((line) => (line.startsWith("data: ") ? [line.slice(6)] : []));

type RawEvent = {
  readonly type: string;
  readonly delta?: { readonly text?: string };
  readonly usage?: { readonly output_tokens: number };
};

/** One of the recordings holds two messages, one after the other. */
const firstMessage = (lines: readonly string[]): string[] => {
  const end = lines.findIndex((line) => line.includes('"type":"message_stop"'));
  return lines.slice(0, end < 0 ? undefined : end + 1).filter((line) => line !== "");
};

type Whole = Record<string, unknown> & { usage: Record<string, unknown>; content: unknown[] };

const wholes = exchanges
  .filter((row) => row.encoding === "json" && row.status === 200 && !isCount(row))
  .map(({ id, response }) => ({ id, body: JSON.stringify(response) }));
const recordedWholes = answers
  .filter(({ kind }) => kind === "json")
  .map((row) => ({ id: row.case, body: row.text }))
  .filter(({ body }) => (JSON.parse(body) as Whole).type === "message");
const streams = [
  ...exchanges
    .filter(({ encoding }) => encoding === "text")
    .map(({ id, response }) => ({ id, data: dataOf(String(response)) })),
  ...answers
    .filter(({ kind }) => kind === "chunks")
    .map((row) => ({ id: row.case, data: firstMessage(row.text.split("\n")) })),
];

const context: AnswerContext = {
  request: messagesDialect.read(
    JSON.stringify({ model: "m", max_tokens: 1, messages: [{ role: "user", content: "hello" }] }),
  ),
  id: "a1",
  model: "claude",
  createdAt: 0,
};

const eventsOf = (data: readonly string[]): NeutralEvent[] => {
  const readEvent = eventReader();
  return data.flatMap((line) => readEvent(line));
};

const read = (body: string): NeutralAnswer => {
  const answer = readAnswer(body);
  if (!answer) throw new Error("no answer was read");
  return answer;
};

/** What an answer says, its arguments as values: a stream has the model's own spacing. */
const saidBy = ({ choices, usage }: NeutralAnswer) => ({
  choices: choices.map((choice) => ({
    ...choice,
    parts: choice.parts.map((part) =>
      part.kind === "tool-call"
        ? { ...part, arguments: JSON.parse(part.arguments) as unknown }
        : part,
    ),
  })),
  usage,
});

/** At which rates a provider bills is not said to callers. */
const withoutOtherRates = (answer: NeutralAnswer): NeutralAnswer => {
  if (!answer.usage) return answer;
  const { otherRates, ...usage } = answer.usage;
  return { ...answer, usage };
};

test("there is something to read", () => {
  expect(exchanges.length).toBe(156);
  expect(answers.length).toBe(25);
  expect(wholes.length).toBeGreaterThan(130);
  expect(recordedWholes.length).toBeGreaterThan(10);
  expect(streams.length).toBeGreaterThan(15);
});

describe("every recorded request reads", () => {
  const requests = exchanges.filter((row) => !isCount(row));
  test.each(requests)("$id", ({ request }) => {
    const text = JSON.stringify(request);
    const caller = messagesDialect.read(text);
    expect(caller.text).toBe(text);
    expect(caller.body).toEqual(request);
    expect(caller.model).toBe(request.model);
    expect(caller.streamed).toBe(request.stream === true);
    expect(caller.conversation.estimatedInputTokens).toBeGreaterThan(3);
  });

  test.each(exchanges.filter(isCount))("$id, to be counted", ({ request }) => {
    expect(readCountRequest(JSON.stringify(request)).model).toBe(request.model);
  });

  test("what Anthropic alone understands is bound, and nothing else", () => {
    const bound = new Set(
      requests.flatMap(({ request }) =>
        messagesDialect
          .read(JSON.stringify(request))
          .neutral()
          .bound.map((path) => path.replace(/\d+/g, "#")),
      ),
    );
    expect([...bound].sort()).toEqual([
      "container",
      "context_management",
      "mcp_servers",
      "messages[#].content[#]",
      "messages[#].content[#].content[#]",
      "messages[#].content[#].content[#].source",
      "output_config.task_budget",
      "tools[#]",
      "tools[#].defer_loading",
    ]);
  });
});

describe("every recorded answer reads", () => {
  test.each([...wholes, ...recordedWholes])("$id", ({ body }) => {
    const raw = JSON.parse(body) as Whole;
    const { choices, usage, unsaid, id, model } = read(body);
    expect({ id, model }).toEqual({ id: raw.id, model: raw.model });
    expect(choices).toHaveLength(1);
    const tokens = usage?.tokens;
    if (!tokens) throw new Error("no usage was read");
    const { input_tokens, cache_read_input_tokens, cache_creation_input_tokens } = raw.usage;
    const total = [input_tokens, cache_read_input_tokens, cache_creation_input_tokens]
      .map((count) => Number(count ?? 0))
      .reduce((sum, count) => sum + count, 0);
    expect(inputTokens(tokens)).toBe(total);
    expect(outputTokens(tokens)).toBe(raw.usage.output_tokens);
    const types = raw.content.map((block) => (block as { type: string }).type);
    const known = ["text", "thinking", "redacted_thinking", "tool_use"];
    const others = new Set(types.filter((type) => !known.includes(type)));
    expect(unsaid.filter((what) => what !== "citations")).toEqual([...others]);
  });

  test.each([...wholes, ...recordedWholes])("$id, written and read again", ({ body }) => {
    const answer = read(body);
    const written = messagesDialect.writeAnswer(answer, context);
    expect(saidBy(read(written))).toEqual(saidBy(withoutOtherRates(answer)));
    const stream = messagesDialect.streamWriter(context).write(answerEvents(answer));
    expect(saidBy(gatherAnswer(eventsOf(dataOf(stream))))).toEqual(
      saidBy(withoutOtherRates(answer)),
    );
  });
});

describe("every recorded stream reads", () => {
  test.each(streams)("$id", ({ data }) => {
    const raw = data.map((line) => JSON.parse(line) as RawEvent);
    const failed = raw.some(({ type }) => type === "error");
    const events = eventsOf(data);
    const { choices, usage } = gatherAnswer(events);
    expect(events.at(0)?.kind).toBe("start");
    expect(events.at(-1)?.kind).toBe(failed ? "failure" : "end");
    const texts = raw.map(({ delta }) => delta?.text ?? "").join("");
    const said = choices[0]?.parts.map((part) => (part.kind === "text" ? part.text : "")) ?? [];
    expect(said.join("")).toBe(texts);
    const last = raw.findLast((event) => event.usage !== undefined)?.usage;
    if (last && usage) expect(outputTokens(usage.tokens)).toBe(last.output_tokens);
  });

  test.each(streams)("$id, written and read again", ({ data }) => {
    const answer = gatherAnswer(eventsOf(data));
    const writer = messagesDialect.streamWriter(context);
    const readEvent = eventReader();
    const stream = data.map((line) => writer.write(readEvent(line))).join("");
    const again = gatherAnswer(eventsOf(dataOf(stream)));
    expect(saidBy(again)).toEqual(saidBy(withoutOtherRates(answer)));
  });
});

describe("what is no answer", () => {
  test.each(exchanges.filter(({ status }) => status !== 200))("$id is a failure", (row) => {
    const body = JSON.stringify(row.response);
    expect(readAnswer(body)).toBeUndefined();
    const failure = readFailure(body);
    expect(failure.code).toMatch(/_error$/);
    expect(failure.message).toBeTruthy();
    expect(failure.spentCredit).toBe(false);
  });

  test.each(exchanges.filter(isCount))("$id is a count", ({ response }) => {
    const count = readCount(JSON.stringify(response));
    const counted = (response as { input_tokens: number }).input_tokens;
    expect(count?.usage?.tokens.freshInput).toBe(counted);
  });
});
