import type { AnswerContext } from "../../../../core/chat/caller-dialect";
import { completionsDialect } from "../../../../core/chat/completions/dialect";
import type { NeutralEvent } from "../../../../core/chat/neutral/event";
import { RequestError } from "../../../../core/errors";
import type { Tokens } from "../../../../core/money/amounts";
import { noTokens } from "../../../../core/usage/token-buckets";

const context = (fields: object = {}): AnswerContext => ({
  request: completionsDialect.read(
    JSON.stringify({ model: "asked", messages: [{ role: "user", content: "x" }], ...fields }),
  ),
  id: "1",
  model: "answering",
  createdAt: 1_700_000_000,
});

const write = (events: NeutralEvent[], fields: object = {}): string =>
  completionsDialect.streamWriter(context(fields)).write(events);

const payloadsOf = (text: string): unknown[] =>
  text
    .split("\n\n")
    .filter((event) => event.startsWith("data: {"))
    .map((event) => JSON.parse(event.slice(6)) as unknown);

const usage = { ...noTokens, freshInput: 3 as Tokens, visibleOutput: 2 as Tokens };
const events: NeutralEvent[] = [
  { kind: "start", id: "theirs", model: "theirs" },
  { kind: "text", choice: 0, part: 0, text: "hi" },
  { kind: "unsaid", what: "citations" },
  { kind: "usage", usage: { tokens: usage } },
  { kind: "finish", choice: 0, reason: "context" },
  { kind: "end" },
];

describe("a stream of chunks", () => {
  test("begins with the role, and ends with its mark; the count is not asked for", () => {
    const text = write(events);
    expect(text.endsWith("\n\ndata: [DONE]\n\n")).toBe(true);
    expect(payloadsOf(text)).toMatchObject([
      {
        id: "chatcmpl-1",
        object: "chat.completion.chunk",
        created: 1_700_000_000,
        model: "answering",
        choices: [{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }],
      },
      { choices: [{ index: 0, delta: { content: "hi" }, logprobs: null }] },
      { choices: [{ index: 0, delta: {}, finish_reason: "length" }] },
    ]);
    expect(text).not.toContain("usage");
  });

  test("has the count in a chunk of its own, the last, where it is asked for", () => {
    const asked = payloadsOf(write(events, { stream_options: { include_usage: true } }));
    expect(asked.slice(0, -1)).toMatchObject([{ usage: null }, { usage: null }, { usage: null }]);
    expect(asked.at(-1)).toMatchObject({
      choices: [],
      usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 },
    });
  });

  test("begins each of several answers, and numbers its calls for itself", () => {
    const called = (choice: number, part: number): NeutralEvent[] => [
      { kind: "tool-call", choice, part, id: `id${part}`, name: "f" },
      { kind: "arguments", choice, part, text: "{}" },
    ];
    const payloads = payloadsOf(
      write([...called(0, 1), ...called(1, 0), ...called(0, 2)], { n: 2 }),
    );
    const places = payloads.map((payload) => {
      const { choices } = payload as {
        choices: { index: number; delta: { role?: string; tool_calls?: { index: number }[] } }[];
      };
      const [choice] = choices;
      return [choice?.index, choice?.delta.role ?? choice?.delta.tool_calls?.[0]?.index];
    });
    expect(places).toEqual([
      [0, "assistant"],
      [0, 0],
      [0, 0],
      [1, "assistant"],
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
  });

  test("says what was thought and refused by fields of their own, and no seal at all", () => {
    const seal = { dialect: "messages", value: "sealed" } as const;
    const text = write([
      { kind: "reasoning", choice: 0, part: 0, text: "hm", seal },
      { kind: "reasoning", choice: 0, part: 0, text: "", seal },
      { kind: "refusal", choice: 0, part: 1, text: "no" },
    ]);
    expect(payloadsOf(text).slice(1)).toMatchObject([
      { choices: [{ delta: { reasoning_content: "hm" } }] },
      { choices: [{ delta: { refusal: "no" } }] },
    ]);
    expect(text).not.toContain("sealed");
  });

  test.each([
    { spentCredit: false, type: "server_error" },
    { spentCredit: true, type: "insufficient_quota" },
  ])("that fails ends in an error of type $type, never cleanly", ({ spentCredit, type }) => {
    const failure = { kind: "failure", code: "overloaded", message: "busy", spentCredit } as const;
    const text = write([failure, { kind: "end" }, ...events]);
    expect(text).not.toContain("[DONE]");
    expect(payloadsOf(text)).toEqual([
      { error: { message: "busy", type, param: null, code: "overloaded" } },
    ]);
  });

  test("that the gateway must break off ends the same way", () => {
    const error = new RequestError(502, "provider_failed", "the provider hung up");
    expect(payloadsOf(completionsDialect.errorEvent(error))).toEqual([
      completionsDialect.errorBody(error),
    ]);
  });
});

describe("a whole answer", () => {
  test.each([
    ["stop", "stop"],
    ["stop-sequence", "stop"],
    ["length", "length"],
    ["context", "length"],
    ["pause", "length"],
    ["tool-calls", "tool_calls"],
    ["content-filter", "content_filter"],
    ["refusal", "content_filter"],
    ["error", "error"],
  ] as const)("that ended for %s says %s", (finish, word) => {
    const answer = { choices: [{ parts: [], finish }], unsaid: [] };
    expect(JSON.parse(completionsDialect.writeAnswer(answer, context()))).toEqual({
      id: "chatcmpl-1",
      object: "chat.completion",
      created: 1_700_000_000,
      model: "answering",
      choices: [
        {
          index: 0,
          message: { role: "assistant", content: "", refusal: null },
          logprobs: null,
          finish_reason: word,
        },
      ],
    });
  });
});
