import type { FinishReason } from "../../../../core/chat/neutral/event";
import { responsesDialect } from "../../../../core/chat/responses/dialect";
import { RequestError } from "../../../../core/errors";
import { answerOf, contextFor } from "./writing";

const write = (
  choice: Parameters<typeof answerOf>[0],
  more: object = {},
): Record<string, unknown> =>
  JSON.parse(responsesDialect.writeAnswer(answerOf(choice), contextFor(more))) as Record<
    string,
    unknown
  >;

test("every part is an item, with an id that OpenAI takes back", () => {
  expect(write({}).output).toEqual([
    {
      type: "reasoning",
      id: "rs_sc1_req_1_0",
      summary: [{ type: "summary_text", text: "hm" }],
      encrypted_content: "sc1.messages.sig",
    },
    {
      type: "message",
      id: "msg_sc1_req_1_1",
      status: "completed",
      role: "assistant",
      content: [{ type: "output_text", text: "let me see", annotations: [], logprobs: [] }],
    },
    {
      type: "reasoning",
      id: "rs_sc1_req_1_2",
      summary: [],
      encrypted_content: "sc1.call.sc1.gemini.thought",
    },
    {
      type: "function_call",
      id: "fc_sc1_req_1_3",
      status: "completed",
      call_id: "toolu_1",
      name: "f",
      arguments: '{"a":1}',
    },
  ]);
});

test("input includes what the cache gave and took, output the reasoning", () => {
  expect(write({}).usage).toEqual({
    input_tokens: 100,
    input_tokens_details: { cached_tokens: 20, cache_write_tokens: 70 },
    output_tokens: 11,
    output_tokens_details: { reasoning_tokens: 6 },
    total_tokens: 111,
  });
});

test("what the caller set is given back, and what was not set as OpenAI would", () => {
  const tools = [{ type: "function", name: "f", parameters: { type: "object" }, strict: true }];
  const text = { format: { type: "json_object" }, verbosity: "low" };
  const set = { tools, tool_choice: "required", text, temperature: 0.5, metadata: { a: "b" } };
  expect(write({}, { ...set, store: true })).toMatchObject({
    ...set,
    id: "resp_sc1_req_1",
    object: "response",
    created_at: 1_790_000_000,
    model: "claude-opus",
    status: "completed",
    store: false,
    top_p: null,
    parallel_tool_calls: true,
    truncation: "disabled",
    error: null,
  });
  expect(write({})).toMatchObject({
    tools: [],
    tool_choice: "auto",
    text: { format: { type: "text" } },
  });
});

describe("an answer that ended so has the status", () => {
  const filtered = { status: "incomplete", reason: "content_filter" };
  const cutOff = { status: "incomplete", reason: "max_output_tokens" };
  test.each<{ finish: FinishReason; status: string; reason?: string; refuses?: true }>([
    { finish: "stop", status: "completed" },
    { finish: "stop-sequence", status: "completed" },
    { finish: "tool-calls", status: "completed" },
    { finish: "length", ...cutOff },
    { finish: "context", ...cutOff },
    { finish: "content-filter", ...filtered },
    { finish: "refusal", ...filtered },
    { finish: "refusal", status: "completed", refuses: true },
    { finish: "pause", status: "incomplete" },
    { finish: "error", status: "failed" },
  ])("$finish: $status ($reason)", ({ finish, status, reason, refuses }) => {
    const kind = refuses ? ("refusal" as const) : ("text" as const);
    const written = write({ finish, parts: [{ kind, text: "x" }] });
    expect(written.status).toBe(status);
    expect(written.incomplete_details).toEqual(reason ? { reason } : null);
    expect(written.error !== null).toBe(status === "failed");
  });
});

test("texts and refusals that follow each other are parts of one message", () => {
  const { output } = write({
    parts: [
      { kind: "text", text: "a" },
      { kind: "text", text: "b" },
      { kind: "refusal", text: "no" },
    ],
  });
  expect(output).toMatchObject([
    { content: [{ text: "a" }, { text: "b" }, { type: "refusal", refusal: "no" }] },
  ]);
});

test("a thought without a seal is known as none of OpenAI's", () => {
  const { output } = write({ parts: [{ kind: "reasoning", text: "hm" }] });
  expect(output).toMatchObject([{ encrypted_content: "sc1.plain" }]);
});

test("calls whose arguments come in turns are kept apart", () => {
  const writer = responsesDialect.streamWriter(contextFor());
  const at = (part: number) => ({ choice: 0, part });
  writer.write([
    { kind: "tool-call", ...at(0), id: "a", name: "f" },
    { kind: "tool-call", ...at(1), id: "b", name: "g" },
    { kind: "arguments", ...at(0), text: "1" },
    { kind: "arguments", ...at(1), text: "2" },
    { kind: "arguments", ...at(0), text: "3" },
  ]);
  const text = writer.write([{ kind: "end" }]);
  expect(text).toContain('"arguments":"13"');
  expect(text).toContain('"arguments":"2"');
});

test("a failure ends the stream with what was used until then", () => {
  const writer = responsesDialect.streamWriter(contextFor());
  const text = writer.write([
    { kind: "text", choice: 0, part: 0, text: "hal" },
    { kind: "failure", code: "overloaded", message: "too busy", spentCredit: false },
    { kind: "end" },
  ]);
  const [failed, error, ...more] = text.trim().split("\n\n").slice(-2);
  expect(failed).toMatch(/^event: response\.failed\n/);
  expect(failed).toContain('"error":{"code":"overloaded","message":"too busy"}');
  expect(error).toMatch(/^event: error\n/);
  expect(more).toEqual([]);
});

test("an error is written where clients look for it, in both places", () => {
  const error = new RequestError(502, "upstream_failed", "the provider hung up", {
    mayRetry: true,
  });
  expect(responsesDialect.errorBody(error)).toEqual({
    error: {
      message: "the provider hung up",
      type: "server_error",
      param: null,
      code: "upstream_failed",
    },
  });
  const [head, data] = responsesDialect.errorEvent(error).split("\n");
  expect(head).toBe("event: error");
  expect(JSON.parse(data?.slice("data: ".length) ?? "")).toMatchObject({
    type: "error",
    message: "the provider hung up",
    code: "upstream_failed",
    error: { message: "the provider hung up" },
  });
});
