import type { CallerRequest } from "../../../../../core/chat/caller-dialect";
import { messagesDialect } from "../../../../../core/chat/messages/dialect";
import type { NeutralRequest } from "../../../../../core/chat/neutral/request";
import type { PlainKey } from "../../../../../core/ports/vault";
import type { CalledModel } from "../../../../../lambdas/shared/providers/adapter";
import { createMessagesAdapter } from "../../../../../lambdas/shared/providers/messages/adapter";
import type { Site } from "../../../../../lambdas/shared/providers/site";

const site: Site = {
  provider: "anthropic",
  url: () => "https://api.anthropic.com",
  auth: (key) => ({ "x-api-key": key }),
};
const adapter = createMessagesAdapter(site);

const plain: NeutralRequest = {
  messages: [{ role: "user", parts: [{ kind: "text", text: "hello" }] }],
  tools: [],
  stop: [],
  choices: 1,
  stream: false,
  bound: [],
};

const hello = { role: "user", content: "hello" };
const own = (fields: Record<string, unknown> = {}): CallerRequest =>
  messagesDialect.read(
    JSON.stringify({ model: "claude-opus-4-6", max_tokens: 2_000, messages: [hello], ...fields }),
  );
const foreign = (fields: Partial<NeutralRequest>): CallerRequest => ({
  ...own(),
  dialect: "completions",
  neutral: () => ({ ...plain, ...fields }),
});

const call = (request: CallerRequest, model: Partial<CalledModel> = {}, by = adapter) =>
  by.toHttp({
    request,
    model: {
      id: "claude-opus-4-6",
      substitute: false,
      reasons: true,
      mostOutputTokens: 0,
      ...model,
    },
    key: "secret" as PlainKey,
    passedHeaders: { "anthropic-beta": "a-beta" },
    settings: {},
  });
const bodyOf = (...asked: Parameters<typeof call>): Record<string, unknown> =>
  JSON.parse(call(...asked).body ?? "") as Record<string, unknown>;

describe("a request of its own dialect", () => {
  test("goes on byte for byte, with its own headers", () => {
    const text = `{ "max_tokens":1, "model":"claude-opus-4-6","x":1e400, "messages":[{"role":"user","content":"hello"}]}`;
    expect(call(messagesDialect.read(text))).toEqual({
      method: "POST",
      url: "https://api.anthropic.com/v1/messages",
      headers: {
        "anthropic-version": "2023-06-01",
        "anthropic-beta": "a-beta",
        "content-type": "application/json",
        accept: "application/json",
        "x-api-key": "secret",
      },
      body: text,
    });
  });

  test("is asked of another model by its name alone", () => {
    const body = bodyOf(own({ temperature: 0.5 }), { id: "claude-haiku-4-5", substitute: true });
    expect(body).toEqual({ ...own({ temperature: 0.5 }).body, model: "claude-haiku-4-5" });
  });

  test("loses what other providers signed, and only that", () => {
    const signed = { type: "thinking", thinking: "hm", signature: "abc" };
    const text = { type: "text", text: "sc1. is a mark" };
    const messages = [
      hello,
      { role: "assistant", content: [{ ...signed, signature: "sc1.gemini.x" }, text, signed] },
      hello,
      { role: "assistant", content: [{ type: "redacted_thinking", data: "sc1.responses.y" }] },
      hello,
    ];
    expect(bodyOf(own({ messages })).messages).toEqual([
      hello,
      { role: "assistant", content: [text, signed] },
      hello,
      hello,
    ]);
  });

  test.each<{ name: string; id: string; fields: Record<string, unknown>; says: unknown }>([
    {
      name: "a budget, to one that only knows efforts",
      id: "claude-sonnet-5",
      fields: { thinking: { type: "enabled", budget_tokens: 1_024 }, output_config: { x: 1 } },
      says: {
        thinking: { type: "adaptive", display: "summarized" },
        output_config: { x: 1, effort: "low" },
      },
    },
    {
      name: "an effort, to one that only knows budgets",
      id: "claude-haiku-4-5",
      fields: { thinking: { type: "adaptive" }, output_config: { effort: "low" } },
      says: { thinking: { type: "enabled", budget_tokens: 1_024 }, output_config: {} },
    },
    {
      name: "a level that it lacks",
      id: "claude-opus-4-6",
      fields: { thinking: { type: "adaptive" }, output_config: { effort: "xhigh" } },
      says: { thinking: { type: "adaptive" }, output_config: { effort: "max" } },
    },
    {
      name: "what it knows, as it is",
      id: "claude-opus-4-6",
      fields: { thinking: { type: "enabled", budget_tokens: 1_500 } },
      says: { thinking: { type: "enabled", budget_tokens: 1_500 } },
    },
  ])("tells a substitute $name", ({ id, fields, says }) => {
    expect(bodyOf(own(fields), { id, substitute: true })).toMatchObject(says as object);
    expect(bodyOf(own(fields), { id, substitute: false })).toMatchObject(fields);
  });

  test("is counted at its own address", () => {
    const outgoing = {
      request: own(),
      model: { id: "m", substitute: false, reasons: false, mostOutputTokens: 0 },
      key: "secret" as PlainKey,
      passedHeaders: {},
      settings: {},
    };
    expect(adapter.counting?.toHttp(outgoing).url).toBe(
      "https://api.anthropic.com/v1/messages/count_tokens",
    );
    expect(adapter.counting?.readAnswer('{"input_tokens":7}')?.usage?.tokens.freshInput).toBe(7);
    expect(adapter.counting?.readAnswer('{"type":"error"}')).toBeUndefined();
  });

  test("a site may name models its own way, and be a customer's", () => {
    const guarded = createMessagesAdapter({
      ...site,
      modelName: (id) => `x-${id}`,
      guarded: true,
    });
    const http = call(own(), {}, guarded);
    expect(http.guarded).toBe(true);
    expect(JSON.parse(http.body ?? "")).toMatchObject({ model: "x-claude-opus-4-6" });
  });
});

describe("a request of another dialect", () => {
  test.each<{
    name: string;
    fields: Partial<NeutralRequest>;
    model?: Partial<CalledModel>;
    says: object;
  }>([
    { name: "the caller's ceiling", fields: { maxOutputTokens: 9 }, says: { max_tokens: 9 } },
    {
      name: "else the model's",
      fields: {},
      model: { mostOutputTokens: 64_000 },
      says: { max_tokens: 64_000 },
    },
    { name: "else one that all take", fields: {}, says: { max_tokens: 8_192 } },
    {
      name: "no call beside another",
      fields: { tools: [{ name: "f" }], parallelToolCalls: false },
      says: {
        tools: [{ name: "f", input_schema: { type: "object", properties: {} } }],
        tool_choice: { type: "auto", disable_parallel_tool_use: true },
      },
    },
    {
      name: "an effort",
      fields: { reasoning: { effort: "minimal", shown: true } },
      says: {
        thinking: { type: "adaptive", display: "summarized" },
        output_config: { effort: "low" },
      },
    },
    {
      name: "an effort, as a budget below the ceiling",
      fields: { reasoning: { effort: "high" }, maxOutputTokens: 5_000 },
      model: { id: "claude-haiku-4-5" },
      says: { thinking: { type: "enabled", budget_tokens: 4_999 } },
    },
    {
      name: "a budget, at least the least",
      fields: { reasoning: { budgetTokens: 10 } },
      says: { thinking: { type: "enabled", budget_tokens: 1_024 } },
    },
    {
      name: "no thinking",
      fields: { reasoning: { effort: "none" } },
      says: { thinking: { type: "disabled" } },
    },
    {
      name: "a schema and an effort",
      fields: {
        reasoning: { effort: "low" },
        shape: { kind: "schema", schema: { type: "object" } },
      },
      says: {
        output_config: {
          effort: "low",
          format: { type: "json_schema", schema: { type: "object" } },
        },
      },
    },
    { name: "who asks", fields: { user: "u" }, says: { metadata: { user_id: "u" } } },
  ])("is told $name", ({ fields, model, says }) => {
    expect(bodyOf(foreign(fields), model)).toMatchObject(says);
  });

  test("has results first, turns merged, and others' thoughts left out", () => {
    const messages: NeutralRequest["messages"] = [
      { role: "system", developer: true, parts: [{ kind: "text", text: "be brief", cache: "1h" }] },
      { role: "user", parts: [{ kind: "text", text: "a" }] },
      {
        role: "user",
        parts: [
          { kind: "text", text: " " },
          { kind: "text", text: "b" },
        ],
      },
      {
        role: "assistant",
        parts: [
          { kind: "reasoning", text: "hm", seal: { dialect: "responses", value: "x" } },
          { kind: "tool-call", id: "a.b", name: "f", arguments: "" },
        ],
      },
      { role: "user", parts: [{ kind: "text", text: "and?" }] },
      {
        role: "tool",
        parts: [
          { kind: "tool-result", id: "a.b", content: [{ kind: "text", text: "1" }], isError: true },
        ],
      },
    ];
    const { system, messages: said } = bodyOf(foreign({ messages }));
    expect(system).toEqual([
      { type: "text", text: "be brief", cache_control: { type: "ephemeral", ttl: "1h" } },
    ]);
    const id = expect.stringMatching(/^a_b_[0-9a-f]{16}$/) as string;
    expect(said).toEqual([
      {
        role: "user",
        content: [
          { type: "text", text: "a" },
          { type: "text", text: "b" },
        ],
      },
      { role: "assistant", content: [{ type: "tool_use", id, name: "f", input: {} }] },
      {
        role: "user",
        content: [
          {
            type: "tool_result",
            tool_use_id: id,
            content: [{ type: "text", text: "1" }],
            is_error: true,
          },
          { type: "text", text: "and?" },
        ],
      },
    ]);
  });

  test("has its last four cache marks", () => {
    const parts = ["1", "2", "3", "4", "5"].map((text) => ({
      kind: "text" as const,
      text,
      cache: "5m" as const,
    }));
    const { messages } = bodyOf(foreign({ messages: [{ role: "user", parts }] }));
    const [turn] = messages as { content: object[] }[];
    expect(turn?.content.map((block) => "cache_control" in block)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });
});

const closed = (properties: object) => ({
  type: "object",
  properties,
  additionalProperties: false,
});

const withReference = {
  ...closed({
    a: { $ref: "#/$defs/b" },
    c: { anyOf: [{ type: "null" }, { type: "array", items: { enum: [1] }, minItems: 1 }] },
  }),
  $defs: { b: { type: "string" } },
};

describe("what Anthropic can't be told", () => {
  test.each<{ name: string; fields: Partial<NeutralRequest>; id?: string }>([
    { name: "tools[3]", fields: { bound: ["tools[3]"] } },
    { name: "temperature above 1", fields: { temperature: 1.2 } },
    { name: "seed", fields: { seed: 1 } },
    { name: "n", fields: { choices: 2 } },
    { name: "JSON object answers", fields: { shape: { kind: "json" } } },
    {
      name: "image detail",
      fields: {
        messages: [
          {
            role: "user",
            parts: [{ kind: "image", media: { kind: "url", url: "https://a" }, detail: "low" }],
          },
        ],
      },
    },
    {
      name: "files of other types than JPEG, PNG, GIF, WebP, PDF and text",
      fields: {
        messages: [
          {
            role: "user",
            parts: [
              { kind: "image", media: { kind: "data", mediaType: "image/tiff", base64: "" } },
            ],
          },
        ],
      },
    },
    {
      name: "a conversation that does not begin with its user",
      fields: { messages: [{ role: "system", parts: [{ kind: "text", text: "x" }] }] },
    },
    {
      name: "an answer as the last message",
      fields: {
        messages: [...plain.messages, { role: "assistant", parts: [{ kind: "text", text: "x" }] }],
      },
    },
    {
      name: "a system message within the conversation",
      fields: {
        messages: [...plain.messages, { role: "system", parts: [{ kind: "text", text: "x" }] }],
      },
    },
    { name: "tool names beyond letters, digits, _ and -", fields: { tools: [{ name: "a.b" }] } },
    {
      name: "tool schemas that are no plain object",
      fields: { tools: [{ name: "f", schema: { type: "object", anyOf: [] } }] },
    },
    {
      name: "strict tools with open, recursive or limited schemas",
      fields: { tools: [{ name: "f", strict: true, schema: { type: "object" } }] },
    },
    {
      name: "a tool that must be called, and none to call",
      fields: { toolChoice: { kind: "any" } },
    },
    {
      name: "answers by open, recursive or limited schemas",
      fields: { shape: { kind: "schema", schema: { type: "object" } } },
    },
    {
      name: "answers by open, recursive or limited schemas",
      fields: { shape: { kind: "schema", schema: closed({ a: { type: "number", minimum: 1 } }) } },
    },
    {
      name: "answers by open, recursive or limited schemas",
      fields: {
        shape: {
          kind: "schema",
          schema: { $ref: "#/$defs/a", $defs: { a: closed({ a: { $ref: "#/$defs/a" } }) } },
        },
      },
    },
    { name: "temperature beside top_p", fields: { temperature: 0.5, topP: 0.5 } },
    {
      name: "temperature beside reasoning",
      fields: { temperature: 0.5, reasoning: { effort: "low" } },
    },
    { name: "stop sequences of white space", fields: { stop: ["\n"] } },
    { name: "temperature", fields: { temperature: 0.5 }, id: "claude-opus-4-7" },
    { name: "top_k", fields: { topK: 5 }, id: "claude-fable-5-1" },
    {
      name: "JSON schema answers",
      fields: { shape: { kind: "schema", schema: closed({}) } },
      id: "claude-3-7-sonnet-20250219",
    },
    { name: "reasoning", fields: { reasoning: { effort: "low" } }, id: "claude-3-haiku-20240307" },
    { name: "no reasoning", fields: { reasoning: { effort: "none" } }, id: "claude-opus-5-5" },
    {
      name: "tool_choice any",
      fields: { tools: [{ name: "f" }], toolChoice: { kind: "any" } },
      id: "claude-sonnet-5-5",
    },
    {
      name: "a tool that must be called beside reasoning",
      fields: { tools: [{ name: "f" }], toolChoice: { kind: "any" }, reasoning: { effort: "low" } },
      id: "claude-haiku-4-5",
    },
    {
      name: "reasoning within 1024 tokens of answer",
      fields: { maxOutputTokens: 1_000, reasoning: { effort: "low" } },
      id: "claude-haiku-4-5",
    },
    {
      name: "reasoning in a tool loop that another model began",
      fields: {
        reasoning: { effort: "low" },
        messages: [
          ...plain.messages,
          {
            role: "assistant",
            parts: [{ kind: "tool-call", id: "1", name: "f", arguments: "{}" }],
          },
          { role: "tool", parts: [{ kind: "tool-result", id: "1", content: [] }] },
        ],
      },
      id: "claude-haiku-4-5",
    },
    {
      name: "a system message within the conversation",
      fields: {
        messages: [...plain.messages, { role: "system", parts: [{ kind: "text", text: "x" }] }],
      },
      id: "claude-opus-4-6",
    },
  ])("$name", ({ name, fields, id }) => {
    expect(adapter.uncarried({ ...plain, ...fields }, id)).toEqual([name]);
    // It is the model that is in the way, where one is named.
    if (id !== undefined && id !== "claude-opus-4-6") {
      expect(adapter.uncarried({ ...plain, ...fields })).toEqual([]);
    }
  });

  test.each<{ name: string; fields: Partial<NeutralRequest>; id?: string }>([
    { name: "plain text", fields: {} },
    {
      name: "a closed schema",
      fields: { shape: { kind: "schema", schema: withReference } },
      id: "claude-opus-4-5",
    },
    {
      name: "late instructions, to a model that takes them",
      fields: {
        messages: [...plain.messages, { role: "system", parts: [{ kind: "text", text: "x" }] }],
      },
      id: "claude-opus-4-8",
    },
    { name: "the default temperature", fields: { temperature: 1 }, id: "claude-opus-5" },
    {
      name: "thinking, to a model that decides itself",
      fields: { tools: [{ name: "f" }], toolChoice: { kind: "any" }, reasoning: { effort: "low" } },
      id: "claude-opus-5",
    },
  ])("but it can be told $name", ({ fields, id }) => {
    expect(adapter.uncarried({ ...plain, ...fields }, id)).toEqual([]);
  });
});
