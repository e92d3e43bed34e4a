import type { AnswerContext } from "../../../../core/chat/caller-dialect";
import { messagesDialect } from "../../../../core/chat/messages/dialect";
import { toolCallIdOf } from "../../../../core/chat/messages/tool-call-id";
import type { NeutralAnswer, NeutralChoice } from "../../../../core/chat/neutral/answer";
import type { FinishReason, NeutralEvent } from "../../../../core/chat/neutral/event";
import type { AssistantPart } from "../../../../core/chat/neutral/part";
import { RequestError } from "../../../../core/errors";
import type { Tokens } from "../../../../core/money/amounts";
import { noTokens, type TokenBuckets } from "../../../../core/usage/token-buckets";

const context: AnswerContext = {
  request: messagesDialect.read(
    JSON.stringify({ model: "m", max_tokens: 1, messages: [{ role: "user", content: "hello" }] }),
  ),
  id: "a1",
  model: "gpt-4o",
  createdAt: 0,
};

type Written = {
  readonly content: readonly Record<string, unknown>[];
  readonly stop_reason: string;
  readonly stop_details: unknown;
  readonly usage: Record<string, unknown>;
};

const answer = (choice: Partial<NeutralChoice>): NeutralAnswer => ({
  choices: [{ parts: [], finish: "stop", ...choice }],
  unsaid: [],
});
const write = (choice: Partial<NeutralChoice>): Written =>
  JSON.parse(messagesDialect.writeAnswer(answer(choice), context)) as Written;
const thrownBy = (choice: Partial<NeutralChoice>): unknown => {
  try {
    write(choice);
  } catch (error) {
    return error;
  }
  return undefined;
};

const calling = (text: string, id = "call_1"): AssistantPart => ({
  kind: "tool-call",
  id,
  name: "f",
  arguments: text,
});
const at = { choice: 0, part: 0 };

/** The events of a stream as their data. */
const stream = (events: readonly NeutralEvent[]): Record<string, unknown>[] => {
  const writer = messagesDialect.streamWriter(context);
  const text = events.map((event) => writer.write([event])).join("");
  return text
    .split("\n\n")
    .filter((event) => event !== "")
    .map((event) => {
      const [name, data] = event.split("\n");
      const value = JSON.parse((data ?? "").slice("data: ".length)) as Record<string, unknown>;
      expect(name).toBe(`event: ${String(value.type)}`);
      return value;
    });
};

describe("how an end is worded", () => {
  test.each<{ finish: FinishReason; parts?: AssistantPart[]; says: string }>([
    { finish: "stop", says: "end_turn" },
    { finish: "stop", parts: [calling("{}")], says: "tool_use" },
    { finish: "stop", parts: [{ kind: "refusal", text: "no" }], says: "refusal" },
    { finish: "stop-sequence", says: "stop_sequence" },
    { finish: "length", says: "max_tokens" },
    { finish: "context", says: "model_context_window_exceeded" },
    { finish: "tool-calls", says: "tool_use" },
    { finish: "content-filter", says: "refusal" },
    { finish: "refusal", says: "refusal" },
    { finish: "pause", says: "pause_turn" },
  ])("$finish is $says", ({ finish, parts = [], says }) => {
    expect(write({ finish, parts }).stop_reason).toBe(says);
  });

  test("a refusal explains the stop and is no content", () => {
    const { content, stop_details } = write({ parts: [{ kind: "refusal", text: "no" }] });
    expect(content).toEqual([]);
    expect(stop_details).toEqual({ type: "refusal", category: null, explanation: "no" });
  });

  test("an answer that could not be used is an error, whole or streamed", () => {
    expect(thrownBy({ finish: "error" })).toMatchObject({ status: 502, code: "unusable_answer" });
    const events = stream([
      { kind: "start" },
      { ...at, kind: "text", text: "half" },
      { kind: "finish", choice: 0, reason: "error" },
      { kind: "end" },
    ]);
    expect(events.at(-1)).toMatchObject({ type: "error", error: { type: "api_error" } });
    expect(events.some(({ type }) => type === "message_stop")).toBe(false);
  });
});

test("a text has no citations, not even none: clients that know of them take lists alone", () => {
  const text: AssistantPart = { kind: "text", text: "yes" };
  expect(write({ parts: [text] }).content).toEqual([{ type: "text", text: "yes" }]);
  const [, begun] = stream([{ ...at, ...text }]);
  expect(begun?.content_block).toEqual({ type: "text", text: "" });
});

describe("tool calls", () => {
  test("empty arguments are an empty object", () => {
    expect(write({ parts: [calling("")] }).content).toEqual([
      { type: "tool_use", id: "call_1", name: "f", input: {} },
    ]);
  });

  test.each(["{", "[]", '"a"', "null"])("%s is no object, and no call", (text) => {
    const error = thrownBy({ parts: [calling(text)] });
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({ status: 502, code: "invalid_tool_arguments" });
  });

  test("a stream gives arguments on as the model wrote them", () => {
    const events = stream([
      { ...at, kind: "tool-call", id: "call_1", name: "f" },
      { ...at, kind: "arguments", text: '{"a": ' },
      { kind: "end" },
    ]);
    expect(events).toContainEqual({
      type: "content_block_delta",
      index: 0,
      delta: { type: "input_json_delta", partial_json: '{"a": ' },
    });
    expect(events.at(-2)).toMatchObject({ delta: { stop_reason: "tool_use" } });
  });

  test("ids are of Anthropic's letters, each unlike the others, and always the same", () => {
    expect(toolCallIdOf("toolu_01-A")).toBe("toolu_01-A");
    const odd = ["functions.get:0", "functions_get_0", "functions.get.0", "", "é".repeat(99)];
    const ids = odd.map(toolCallIdOf);
    for (const id of ids) expect(id).toMatch(/^[a-zA-Z0-9_-]{1,40}$/);
    expect(new Set(ids).size).toBe(odd.length);
    expect(odd.map(toolCallIdOf)).toEqual(ids);
    expect(write({ parts: [calling("{}", "a.b")] }).content[0]?.id).toBe(toolCallIdOf("a.b"));
  });

  test("a call's seal comes back with it", () => {
    const seal = { dialect: "gemini" as const, value: "sig==" };
    const { content } = write({
      parts: [{ ...calling("{}"), kind: "tool-call", id: "c", name: "f", arguments: "{}", seal }],
    });
    const back = messagesDialect
      .read(
        JSON.stringify({
          model: "m",
          max_tokens: 1,
          messages: [
            { role: "user", content: "hello" },
            { role: "assistant", content },
            { role: "user", content: [{ type: "tool_result", tool_use_id: "c" }] },
          ],
        }),
      )
      .neutral();
    expect(back.messages[1]?.parts).toEqual([
      { kind: "tool-call", id: "c", name: "f", arguments: "{}", seal },
    ]);
  });
});

describe("a stream", () => {
  test("closes a block before it begins the next, and signs what nobody signed", () => {
    const events = stream([
      { kind: "start" },
      { ...at, kind: "reasoning", text: "hm" },
      { choice: 0, part: 1, kind: "text", text: "" },
      { choice: 0, part: 1, kind: "text", text: "yes" },
      { kind: "finish", choice: 0, reason: "stop" },
      { kind: "end" },
    ]);
    expect(
      events.map(({ type, index }) =>
        typeof index === "number" ? `${String(type)} ${index}` : type,
      ),
    ).toEqual([
      "message_start",
      "content_block_start 0",
      "content_block_delta 0",
      "content_block_delta 0",
      "content_block_stop 0",
      "content_block_start 1",
      "content_block_delta 1",
      "content_block_stop 1",
      "message_delta",
      "message_stop",
    ]);
    expect(events[3]).toMatchObject({
      delta: { type: "signature_delta", signature: "sc1.completions." },
    });
  });

  test("has said nothing when it starts, however early its provider counted", () => {
    const tokens: TokenBuckets = {
      ...noTokens,
      freshInput: 9 as Tokens,
      visibleOutput: 5 as Tokens,
      reasoningOutput: 2 as Tokens,
    };
    const events = stream([
      { kind: "usage", usage: { tokens } },
      { kind: "start" },
      { ...at, kind: "text", text: "yes" },
      { kind: "end" },
    ]);
    expect(events[0]).toMatchObject({ message: { usage: { input_tokens: 9, output_tokens: 0 } } });
    expect(events.at(-2)).toMatchObject({ usage: { input_tokens: 9, output_tokens: 7 } });
  });

  test("gives a piece that comes late to the block it belongs to", () => {
    const events = stream([
      { ...at, kind: "tool-call", id: "a", name: "f" },
      { choice: 0, part: 1, kind: "tool-call", id: "b", name: "f" },
      { ...at, kind: "arguments", text: "{}" },
      { kind: "end" },
    ]);
    expect(events).toContainEqual(
      expect.objectContaining({
        index: 0,
        delta: { type: "input_json_delta", partial_json: "{}" },
      }),
    );
  });

  test("ends in an error where the provider can't go on, and says nothing after it", () => {
    const events = stream([
      { kind: "start" },
      { kind: "failure", code: "overloaded_error", message: "Overloaded", spentCredit: false },
      { kind: "end" },
    ]);
    expect(events.map(({ type }) => type)).toEqual(["message_start", "error"]);
    expect(events[1]).toMatchObject({
      error: { message: "Overloaded", details: { error_code: "overloaded_error" } },
    });
  });

  test("says nothing of other choices, nor before anything is said", () => {
    expect(stream([{ choice: 1, part: 0, kind: "text", text: "b" }])).toEqual([]);
  });
});

describe("errors", () => {
  test.each([
    [400, "invalid_request_error"],
    [401, "authentication_error"],
    [402, "billing_error"],
    [403, "permission_error"],
    [404, "not_found_error"],
    [413, "request_too_large"],
    [424, "invalid_request_error"],
    [429, "rate_limit_error"],
    [500, "api_error"],
    [502, "api_error"],
    [503, "overloaded_error"],
    [504, "timeout_error"],
  ])("%i is %s", (status, type) => {
    const error = new RequestError(status, "a_code", "a message", { param: "model" });
    const body = {
      type: "error",
      error: { type, message: "a message", details: { error_code: "a_code", param: "model" } },
    };
    expect(messagesDialect.errorBody(error)).toEqual(body);
    expect(messagesDialect.errorEvent(error)).toBe(
      `event: error\ndata: ${JSON.stringify(body)}\n\n`,
    );
  });
});
