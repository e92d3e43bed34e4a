import { createAdapters } from "../../../../../lambdas/shared/providers/adapters";

const adapter = createAdapters().find("openai", "completions");
if (!adapter) throw new Error("openai can't be called");

/** The events of chunks that say something of the only choice. */
const readAll = (...chunks: object[]) => {
  const read = adapter.eventReader();
  return chunks.flatMap((chunk) => read(JSON.stringify(chunk)));
};
const saying = (delta: object, more: object = {}) => ({ choices: [{ index: 0, delta, ...more }] });
const calling = (...calls: object[]) => saying({ tool_calls: calls });
const at = (part: number, choice = 0) => ({ choice, part });
const called = (part: number, id: string, name: string) => ({
  kind: "tool-call",
  ...at(part),
  id,
  name,
});
const args = (part: number, text: string) => ({ kind: "arguments", ...at(part), text });

describe("a stream is read whatever server wrote it", () => {
  test.each([
    {
      name: "the end mark",
      data: "[DONE]",
      events: [{ kind: "end" }],
    },
    { name: "no JSON", data: "{", events: [] },
    { name: "a number", data: "7", events: [] },
    { name: "choices that are none", data: '{"choices":{"0":1}}', events: [] },
    {
      name: "a count beside odd choices",
      data: '{"choices":"odd","usage":{"prompt_tokens":1,"completion_tokens":0}}',
      events: [{ kind: "usage", alone: true }],
    },
    {
      name: "a delta of a wrong shape beside a finish",
      data: '{"choices":[{"delta":7,"finish_reason":"stop"}]}',
      events: [{ kind: "finish", choice: 0, reason: "stop" }],
    },
  ])("$name", ({ data, events }) => {
    expect(adapter.eventReader()(data)).toMatchObject(events);
  });

  test("Azure's first chunk, which tells of its filter alone, begins nothing", () => {
    const filter = { id: "", model: "", choices: [], prompt_filter_results: [{}] };
    const first = { id: "c1", model: "gpt", choices: [{ index: 0, delta: { role: "assistant" } }] };
    expect(readAll(filter, first)).toEqual([{ kind: "start", id: "c1", model: "gpt" }]);
  });

  test("words of one kind are one part, thoughts before what they lead to", () => {
    const events = readAll(
      saying({ reasoning_content: "hm", content: "" }),
      saying({ reasoning_content: "m", content: null }),
      saying({ content: "so" }),
      saying({ reasoning: "but" }),
      saying({ content: "no", refusal: "sorry" }, { finish_reason: "stop" }),
    );
    expect(events).toEqual([
      { kind: "reasoning", ...at(0), text: "hm" },
      { kind: "reasoning", ...at(0), text: "m" },
      { kind: "text", ...at(1), text: "so" },
      { kind: "reasoning", ...at(2), text: "but" },
      { kind: "text", ...at(3), text: "no" },
      { kind: "refusal", ...at(4), text: "sorry" },
      { kind: "finish", choice: 0, reason: "stop" },
    ]);
  });

  test.each([
    { by: "DeepSeek", delta: { reasoning_content: "hm" } },
    { by: "Groq", delta: { reasoning: "hm" } },
    {
      by: "OpenRouter",
      delta: { reasoning_details: [{ type: "reasoning.text", text: "h" }, { summary: "m" }] },
    },
    {
      by: "OpenRouter twice",
      delta: { reasoning: "hm", reasoning_details: [{ type: "reasoning.text", text: "hm" }] },
    },
    {
      by: "Mistral",
      delta: { content: [{ type: "thinking", thinking: [{ type: "text", text: "hm" }] }] },
    },
  ])("thoughts as $by says them", ({ delta }) => {
    expect(readAll(saying(delta))).toEqual([{ kind: "reasoning", ...at(0), text: "hm" }]);
  });

  test.each([
    {
      name: "in pieces by index",
      chunks: [
        calling({ index: 0, id: "a", function: { name: "f", arguments: "" } }),
        calling({ index: 0, function: { arguments: '{"x"' } }),
        calling({ index: 1, id: "b", function: { name: "g", arguments: "{}" } }),
        calling({ index: 0, function: { arguments: ":1}" } }),
      ],
      events: [
        called(0, "a", "f"),
        args(0, '{"x"'),
        called(1, "b", "g"),
        args(1, "{}"),
        args(0, ":1}"),
      ],
    },
    {
      name: "without an index, by id",
      chunks: [
        calling({ id: "a", function: { name: "f", arguments: "1" } }),
        calling({ id: "b", function: { name: "g", arguments: "2" } }),
        calling({ id: "a", function: { name: "f", arguments: "3" } }),
      ],
      events: [called(0, "a", "f"), args(0, "1"), called(1, "b", "g"), args(1, "2"), args(0, "3")],
    },
    {
      name: "with neither, one after the other: the ids are made",
      chunks: [
        calling({ function: { name: "f", arguments: "1" } }),
        calling({ function: { arguments: "2" } }),
        calling({ function: { name: "f", arguments: "3" } }),
      ],
      events: [
        called(0, "call_0_0", "f"),
        args(0, "1"),
        args(0, "2"),
        called(1, "call_0_1", "f"),
        args(1, "3"),
      ],
    },
    {
      name: "at once under one index",
      chunks: [
        calling({ index: 0, id: "a", function: { name: "f", arguments: "{}" } }),
        calling({ index: 0, id: "b", function: { name: "f", arguments: "{}" } }),
      ],
      events: [called(0, "a", "f"), args(0, "{}"), called(1, "b", "f"), args(1, "{}")],
    },
    {
      name: "with a name that comes late, and an id that is none (Mistral)",
      chunks: [
        calling({ index: 0, id: "null", function: { name: "", arguments: "{" } }),
        calling({ index: 0, function: { name: "f", arguments: "}" } }),
      ],
      events: [called(0, "call_0_0", "f"), args(0, "{}")],
    },
    {
      name: "with arguments that are no text",
      chunks: [calling({ index: 0, id: "a", function: { name: "f", arguments: { x: 1 } } })],
      events: [called(0, "a", "f"), args(0, '{"x":1}')],
    },
    {
      name: "by the name it had before",
      chunks: [
        saying({ function_call: { name: "f", arguments: "{" } }),
        saying({ function_call: { arguments: "}" } }),
      ],
      events: [called(0, "call_0_0", "f"), args(0, "{"), args(0, "}")],
    },
  ])("a tool is called $name", ({ chunks, events }) => {
    const end = { choices: [{ index: 0, delta: {}, finish_reason: "stop" }] };
    expect(readAll(...chunks, end)).toEqual([
      ...events,
      { kind: "finish", choice: 0, reason: "tool-calls" },
    ]);
  });

  test("words after a call are a part of their own", () => {
    const call = { index: 0, id: "a", function: { name: "f", arguments: "{}" } };
    const events = readAll(saying({ content: "on it" }), calling(call), saying({ content: "!" }));
    expect(events.map((event) => ("part" in event ? event.part : undefined))).toEqual([0, 1, 1, 2]);
  });

  test("several answers are kept apart", () => {
    const events = readAll({
      choices: [
        { index: 1, delta: { content: "b" } },
        { index: 0, delta: { content: "a" } },
      ],
    });
    expect(events).toEqual([
      { kind: "text", ...at(0, 1), text: "b" },
      { kind: "text", ...at(0, 0), text: "a" },
    ]);
  });

  test("an answer ends once, however often it is said to", () => {
    const end = saying({}, { finish_reason: "length" });
    expect(readAll(end, end)).toEqual([{ kind: "finish", choice: 0, reason: "length" }]);
  });

  test.each([
    ["stop", "stop"],
    ["eos", "stop"],
    ["length", "length"],
    ["model_length", "context"],
    ["content_filter", "content-filter"],
    ["function_call", "tool-calls"],
    ["error", "error"],
    ["insufficient_system_resource", "error"],
    ["brand_new", "stop"],
  ])("the end %s is %s", (word, reason) => {
    expect(readAll(saying({}, { finish_reason: word }))).toMatchObject([{ reason }]);
  });

  test("log-probabilities go with the words that they are of, also where those are half a letter", () => {
    const logprobs = { content: [{ token: "a", logprob: -1, bytes: [97], top_logprobs: [] }] };
    const events = readAll(
      saying({ content: "a" }, { logprobs }),
      saying({ content: "" }, { logprobs }),
      saying({ content: "b" }, { logprobs: { tokens: ["b"] } }),
    );
    expect(events).toEqual([
      { kind: "text", ...at(0), text: "a", logprobs: logprobs.content },
      { kind: "text", ...at(0), text: "", logprobs: logprobs.content },
      { kind: "text", ...at(0), text: "b" },
    ]);
  });

  test("what has no word elsewhere is told of once", () => {
    const cited = { choices: [{ index: 0, delta: { annotations: [{}] } }], citations: ["a"] };
    expect(readAll(cited, cited)).toEqual([{ kind: "unsaid", what: "citations" }]);
    expect(readAll(saying({ audio: { data: "" } }))).toEqual([{ kind: "unsaid", what: "audio" }]);
  });

  test.each([
    { by: "on its own", chunk: { choices: [], usage: { prompt_tokens: 1 } }, alone: true },
    {
      by: "beside the end",
      chunk: { ...saying({}, { finish_reason: "stop" }), usage: { prompt_tokens: 1 } },
      alone: false,
    },
    {
      by: "by Groq",
      chunk: { choices: [{ index: 0, delta: {} }], x_groq: { usage: { prompt_tokens: 1 } } },
      alone: false,
    },
    {
      by: "by Moonshot",
      chunk: { choices: [{ index: 0, delta: {}, usage: { prompt_tokens: 1 } }] },
      alone: false,
    },
  ])("the count that comes $by", ({ chunk, alone }) => {
    const count = readAll(chunk).find(({ kind }) => kind === "usage");
    expect(count).toMatchObject({ usage: { tokens: { freshInput: 1 } } });
    expect(count && "alone" in count).toBe(alone);
  });
});

const failures = [
  {
    by: "OpenAI",
    body: {
      error: { message: "no money", type: "insufficient_quota", code: "insufficient_quota" },
    },
    failure: { code: "insufficient_quota", message: "no money", spentCredit: true },
  },
  {
    by: "OpenRouter",
    body: { error: { message: "no credits", code: 402 } },
    failure: { code: "402", message: "no credits", spentCredit: true },
  },
  {
    by: "xAI",
    body: { code: "bad", error: "no such model" },
    failure: { code: "bad", message: "no such model", spentCredit: false },
  },
  {
    by: "Mistral",
    body: {
      object: "error",
      message: {
        detail: [
          { loc: ["body", "store"], msg: "Extra inputs are not permitted", input: "secret" },
        ],
      },
      type: "invalid_request_error",
      code: null,
    },
    failure: {
      code: "invalid_request_error",
      message: "body.store: Extra inputs are not permitted",
      spentCredit: false,
    },
  },
  {
    by: "Cerebras",
    body: { message: "unsupported", type: "invalid_request_error", code: "wrong_api_format" },
    failure: { code: "wrong_api_format", message: "unsupported", spentCredit: false },
  },
  {
    by: "DeepSeek",
    body: { error: { message: "busy", type: "server_error" } },
    failure: { code: "server_error", message: "busy", spentCredit: false },
  },
];

describe("a refusal is read in the provider's own words", () => {
  test.each(failures)("$by's", ({ body, failure }) => {
    expect(adapter.readFailure(JSON.stringify(body))).toEqual(failure);
    expect(readAll(body)).toEqual([{ kind: "failure", ...failure }]);
  });

  test.each([
    { name: "Google's list", body: [{ error: { code: 400, message: "bad" } }], code: "400" },
    { name: "a detail alone", body: { detail: "Not Found" }, code: null },
    { name: "an endless code", body: { error: { code: "x".repeat(500) } }, code: "x".repeat(100) },
  ])("$name", ({ body, code }) => {
    expect(adapter.readFailure(JSON.stringify(body))).toMatchObject({ code, spentCredit: false });
  });

  test.each(["<html>", "", "7", "{}", '{"error":null}', '{"choices":[]}'])(
    "%s says nothing",
    (body) => {
      expect(adapter.readFailure(body)).toEqual({ code: null, spentCredit: false });
    },
  );

  test.each(["<html>", "{}", '{"choices":7}', '{"error":{"message":"x"}}', '{"choices":null}'])(
    "%s is no answer",
    (body) => {
      expect(adapter.readAnswer(body)).toBeUndefined();
    },
  );
});
