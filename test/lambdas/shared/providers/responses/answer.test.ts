import type { NeutralEvent } from "../../../../../core/chat/neutral/event";
import { adapter } from "./asking";

const answerOf = (more: object) =>
  adapter.readAnswer(
    JSON.stringify({ object: "response", status: "completed", output: [], ...more }),
  );

const streamed = (...events: readonly object[]): readonly NeutralEvent[] => {
  const read = adapter.eventReader();
  return events.flatMap((event) => read(JSON.stringify(event)));
};

const usage = {
  input_tokens: 100,
  input_tokens_details: { cached_tokens: 30, cache_write_tokens: 20 },
  output_tokens: 50,
  output_tokens_details: { reasoning_tokens: 40 },
  total_tokens: 150,
};

test("tokens are counted in buckets that sum to the provider's own", () => {
  expect(answerOf({ usage })?.usage).toEqual({
    tokens: {
      freshInput: 50,
      cacheRead: 30,
      cacheWrite5m: 20,
      cacheWrite1h: 0,
      visibleOutput: 10,
      reasoningOutput: 40,
    },
  });
});

test("reasoning that is counted beside the output is added to it", () => {
  const beside = answerOf({ usage: { ...usage, total_tokens: 190 } });
  expect(beside?.usage?.tokens).toMatchObject({ visibleOutput: 50, reasoningOutput: 40 });
});

test("an odd detail does not hide the count", () => {
  const odd = { ...usage, input_tokens_details: "none", output_tokens_details: [] };
  expect(answerOf({ usage: odd })?.usage?.tokens).toMatchObject({
    freshInput: 100,
    visibleOutput: 50,
  });
  expect(answerOf({ usage: { input_tokens: -1 } })?.usage).toBeUndefined();
});

describe("the tier that served it", () => {
  test.each([
    { tier: "default", said: undefined },
    { tier: "auto", said: undefined },
    { tier: null, said: undefined },
    { tier: "flex", said: "flex" },
    { tier: "priority", said: "priority" },
  ])("$tier", ({ tier, said }) => {
    expect(answerOf({ usage, service_tier: tier })?.usage?.serviceTier).toBe(said);
  });
});

test("what is billed by the piece is counted, and named as what others can't say", () => {
  const output = [
    { type: "web_search_call", id: "1", action: { type: "search" } },
    { type: "web_search_call", id: "2", action: { type: "open_page" } },
    { type: "web_search_call", id: "3" },
    { type: "file_search_call", id: "4" },
    { type: "code_interpreter_call", id: "5", container_id: "c1" },
    { type: "code_interpreter_call", id: "6", container_id: "c1" },
    {
      type: "shell_call",
      id: "7",
      environment: { type: "container_reference", container_id: "c2" },
    },
    { type: "image_generation_call", id: "8" },
  ];
  const answer = answerOf({ usage, output });
  expect(answer?.usage).toMatchObject({
    units: { "web-search": 2, "file-search": 1, "code-session": 2 },
    otherRates: true,
  });
  expect(answer?.unsaid).toEqual([
    "web_search_call",
    "file_search_call",
    "code_interpreter_call",
    "shell_call",
    "image_generation_call",
  ]);
});

describe("searches are of the tool that was asked for", () => {
  const searched = { output: [{ type: "web_search_call", id: "1", action: { type: "search" } }] };
  test.each([
    { tools: ["web_search"], units: { "web-search": 1 } },
    { tools: ["web_search_2025_08_26", "function"], units: { "web-search": 1 } },
    { tools: ["function", "web_search_preview"], units: { "web-search-preview": 1 } },
    { tools: ["web_search_preview_2025_03_11"], units: { "web-search-preview": 1 } },
    { tools: undefined, units: { "web-search": 1 } },
  ])("$tools", ({ tools, units }) => {
    const told = tools && { tools: tools.map((type) => ({ type })) };
    const read = answerOf({ usage, ...searched, ...told })?.usage;
    expect(read?.units).toEqual(units);
    expect(read?.otherRates).toBeUndefined();
  });

  test("where two were, nobody knows its price", () => {
    const tools = [{ type: "web_search" }, { type: "web_search_preview" }];
    expect(answerOf({ usage, ...searched, tools })?.usage?.otherRates).toBe(true);
    expect(answerOf({ usage, tools })?.usage?.otherRates).toBeUndefined();
  });
});

describe("an answer ended so", () => {
  const call = { type: "function_call", call_id: "1", name: "f", arguments: "{}" };
  test.each([
    { more: {}, finish: "stop" },
    { more: { output: [call] }, finish: "tool-calls" },
    { more: { output: [{ type: "custom_tool_call" }] }, finish: "tool-calls" },
    {
      more: { status: "incomplete", incomplete_details: { reason: "max_output_tokens" } },
      finish: "length",
    },
    {
      more: { status: "incomplete", incomplete_details: { reason: "content_filter" } },
      finish: "content-filter",
    },
    { more: { status: "incomplete", output: [call] }, finish: "length" },
    { more: { status: "failed" }, finish: "error" },
    { more: { status: "queued" }, finish: "pause" },
  ])("$more: $finish", ({ more, finish }) => {
    expect(answerOf(more)?.choices[0]?.finish).toBe(finish);
  });
});

test("citations are named as what others can't say", () => {
  const content = [{ type: "output_text", text: "x", annotations: [{ type: "url_citation" }] }];
  const answer = answerOf({ output: [{ type: "message", content }] });
  expect(answer?.unsaid).toEqual(["citations"]);
  expect(answer?.choices[0]?.parts).toEqual([{ kind: "text", text: "x" }]);
});

test("a call without an id gets one of its place", () => {
  const output = [{ type: "function_call", name: "f", arguments: "" }];
  expect(answerOf({ output })?.choices[0]?.parts).toMatchObject([{ id: "call_0_0" }]);
});

test.each(["", "null", "[]", '{"error":{}}', '{"choices":[]}', '{"output":{"message":{}}}'])(
  "%p is no answer",
  (body) => {
    expect(adapter.readAnswer(body)).toBeUndefined();
  },
);

describe("a stream", () => {
  test("that brings items at their end only is read alike", () => {
    const output = [
      { type: "reasoning", id: "a", content: [{ type: "reasoning_text", text: "hm" }] },
      { type: "message", id: "b", content: [{ type: "output_text", text: "hi" }] },
    ];
    const response = { object: "response", status: "completed", output, usage };
    const kinds = streamed({ type: "response.completed", response }).map(({ kind }) => kind);
    expect(kinds).toEqual(["reasoning", "text", "finish", "usage", "end"]);
  });

  test("parts summaries as a whole answer does", () => {
    const type = "response.reasoning_summary_text.delta";
    const texts = streamed(
      { type, output_index: 0, summary_index: 0, delta: "a" },
      { type, output_index: 0, summary_index: 1, delta: "b" },
    ).map((event) => ("text" in event ? event.text : ""));
    expect(texts).toEqual(["a", "\n\nb"]);
  });

  test.each([
    {
      name: "that failed",
      event: {
        type: "response.failed",
        response: { output: [], usage, error: { code: "server_error", message: "oh" } },
      },
      kinds: ["usage", "failure"],
    },
    {
      name: "that fails by an event as OpenAI documents it",
      event: { type: "error", code: "server_error", message: "oh", param: null },
      kinds: ["failure"],
    },
    {
      name: "that fails by an event as OpenAI sends it",
      event: { type: "error", error: { type: "x", code: "server_error", message: "oh" } },
      kinds: ["failure"],
    },
    {
      name: "that fails by an error without a type",
      event: { error: { code: "server_error", message: "oh" } },
      kinds: ["failure"],
    },
  ])("$name says so, and is not at its end", ({ event, kinds }) => {
    const events = streamed(event);
    expect(events.map(({ kind }) => kind)).toEqual(kinds);
    expect(events.at(-1)).toMatchObject({
      code: "server_error",
      message: "oh",
      spentCredit: false,
    });
  });

  test("ends once, whatever stands behind its end", () => {
    const read = adapter.eventReader();
    const end = JSON.stringify({ type: "response.completed", response: { output: [] } });
    expect(read(end).at(-1)).toEqual({ kind: "end" });
    expect(read("[DONE]")).toEqual([]);
  });
});

describe("a refusal's body", () => {
  test.each([
    {
      name: "OpenAI's, of spent credit",
      body: { error: { code: "insufficient_quota", type: "insufficient_quota", message: "pay" } },
      failure: { code: "insufficient_quota", message: "pay", spentCredit: true },
    },
    {
      name: "OpenAI's, of a field",
      body: { error: { code: null, type: "invalid_request_error", message: "no" } },
      failure: { code: "invalid_request_error", message: "no", spentCredit: false },
    },
    {
      name: "xAI's, whose error is a text",
      body: { code: "bad", error: "no" },
      failure: { code: "bad", message: "no", spentCredit: false },
    },
    {
      name: "OpenRouter's, whose code is a number",
      body: { error: { code: 402, message: "pay" } },
      failure: { code: "402", message: "pay", spentCredit: false },
    },
    { name: "none at all", body: "<html>", failure: { code: null, spentCredit: false } },
  ])("$name", ({ body, failure }) => {
    expect(adapter.readFailure(JSON.stringify(body))).toEqual(failure);
  });
});
