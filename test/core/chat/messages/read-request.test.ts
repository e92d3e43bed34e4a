import { readCountRequest } from "../../../../core/chat/messages/count-tokens";
import { messagesDialect } from "../../../../core/chat/messages/dialect";
import type { NeutralRequest } from "../../../../core/chat/neutral/request";
import { RequestError } from "../../../../core/errors";

const hello = { role: "user", content: "my secret words" };
const valid = { model: "claude-opus-4-6", max_tokens: 100, messages: [hello] };

const read = (fields: Record<string, unknown> = {}) =>
  messagesDialect.read(JSON.stringify({ ...valid, ...fields }));
const neutral = (fields: Record<string, unknown> = {}) => read(fields).neutral();
const saying = (content: unknown, role = "user") =>
  neutral({ messages: [{ role, content }, ...(role === "user" ? [] : [hello])] });

const refusal = (body: unknown, reader = messagesDialect.read): RequestError => {
  try {
    reader(typeof body === "string" ? body : JSON.stringify(body));
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
  throw new Error("the body was accepted");
};

const png = { type: "base64", media_type: "image/png", data: "AAAA" };
const call = { type: "tool_use", id: "toolu_1", name: "f", input: { a: 1 } };

describe("a Messages request is refused with the field at fault", () => {
  test.each([
    { name: "no max_tokens", body: { ...valid, max_tokens: undefined }, param: "max_tokens" },
    { name: "no messages", body: { model: "m", max_tokens: 1 }, param: "messages" },
    { name: "no model", body: { ...valid, model: "" }, param: "model" },
    {
      name: "a role of its own",
      body: { ...valid, messages: [{ ...hello, role: "tool" }] },
      param: "messages[0].role",
    },
    {
      name: "no content",
      body: { ...valid, messages: [{ role: "user" }] },
      param: "messages[0].content",
    },
    {
      name: "content that is a number",
      body: { ...valid, messages: [{ role: "user", content: 7 }] },
      param: "messages[0].content",
    },
    {
      name: "a text block without text",
      body: { ...valid, messages: [hello, { role: "user", content: [{ type: "text" }] }] },
      param: "messages[1].content[0].text",
    },
    {
      name: "a block without a type",
      body: { ...valid, messages: [{ role: "user", content: [{}] }] },
      param: "messages[0].content[0].type",
    },
    {
      name: "bytes without their type",
      body: {
        ...valid,
        messages: [
          { role: "user", content: [{ type: "image", source: { type: "base64", data: "AA" } }] },
        ],
      },
      param: "messages[0].content[0].source.media_type",
    },
    {
      name: "a bad block in a result",
      body: {
        ...valid,
        messages: [
          {
            role: "user",
            content: [
              { type: "tool_result", tool_use_id: "1", content: [{ type: "text", text: 1 }] },
            ],
          },
        ],
      },
      param: "messages[0].content[0].content[0].text",
    },
    {
      name: "arguments that are no object",
      body: { ...valid, messages: [{ role: "assistant", content: [{ ...call, input: "a" }] }] },
      param: "messages[0].content[0].input",
    },
    { name: "a temperature above 1", body: { ...valid, temperature: 1.5 }, param: "temperature" },
    {
      name: "a tool without a schema",
      body: { ...valid, tools: [{ name: "f" }] },
      param: "tools[0]",
    },
    {
      name: "a choice without its tool",
      body: { ...valid, tool_choice: { type: "tool" } },
      param: "tool_choice.name",
    },
    {
      name: "thinking without its budget",
      body: { ...valid, thinking: { type: "enabled" } },
      param: "thinking.budget_tokens",
    },
    {
      name: "a format without its schema",
      body: { ...valid, output_config: { format: { type: "json_schema" } } },
      param: "output_config.format.schema",
    },
    {
      name: "a cache mark of another life",
      body: {
        ...valid,
        system: [{ type: "text", text: "x", cache_control: { type: "ephemeral", ttl: "2h" } }],
      },
      param: "system[0].cache_control.ttl",
    },
  ])("$name", ({ body, param }) => {
    const error = refusal(body);
    expect(error).toMatchObject({ status: 400, code: "invalid_value", param });
    expect(error.message).not.toContain("secret");
  });

  test("a thread is refused by the code at which Anthropic's client sends all of it", () => {
    const code = "thread_unsupported_request";
    for (const thread of [{ type: "create" }, { type: "continue", previous_message_id: "msg_1" }]) {
      expect(refusal({ ...valid, thread })).toMatchObject({ status: 400, code, param: "thread" });
    }
    expect(neutral({ thread: null }).bound).toEqual([]);
  });

  test("a prompt that is only counted needs no max_tokens", () => {
    const { max_tokens: _none, ...counted } = valid;
    expect(readCountRequest(JSON.stringify(counted)).conversation.turns).toEqual([
      { role: "user", text: "my secret words" },
    ]);
    expect(refusal({ model: "m" }, readCountRequest).param).toBe("messages");
  });
});

describe("what a Messages request says in no dialect", () => {
  test.each<{ name: string; fields: Record<string, unknown>; says: Partial<NeutralRequest> }>([
    {
      name: "limits",
      fields: { temperature: 0.5, top_p: 0.9, top_k: 5, stop_sequences: ["x"] },
      says: { maxOutputTokens: 100, temperature: 0.5, topP: 0.9, topK: 5, stop: ["x"] },
    },
    { name: "who asks", fields: { metadata: { user_id: "u1" } }, says: { user: "u1" } },
    { name: "a stream", fields: { stream: true }, says: { stream: true } },
    {
      name: "one call at most",
      fields: { tool_choice: { type: "any", disable_parallel_tool_use: true } },
      says: { toolChoice: { kind: "any" }, parallelToolCalls: false },
    },
    {
      name: "one tool",
      fields: { tool_choice: { type: "tool", name: "f" } },
      says: { toolChoice: { kind: "tool", name: "f" } },
    },
    {
      name: "a budget",
      fields: { thinking: { type: "enabled", budget_tokens: 2_000 } },
      says: { reasoning: { budgetTokens: 2_000, shown: true } },
    },
    {
      name: "adaptive thinking with an effort",
      fields: {
        thinking: { type: "adaptive", display: "summarized" },
        output_config: { effort: "low" },
      },
      says: { reasoning: { effort: "low", adaptive: true, shown: true } },
    },
    {
      name: "an effort alone",
      fields: { output_config: { effort: "max" } },
      says: { reasoning: { effort: "max" } },
    },
    {
      name: "no thinking",
      fields: { thinking: { type: "disabled" } },
      says: { reasoning: { effort: "none" } },
    },
    {
      name: "no thinking, at an effort",
      fields: { thinking: { type: "disabled" }, output_config: { effort: "low" } },
      says: { reasoning: { effort: "none" }, bound: ["output_config.effort"] },
    },
    {
      name: "a schema, by its older name too",
      fields: { output_format: { type: "json_schema", schema: { type: "object" } } },
      says: { shape: { kind: "schema", schema: { type: "object" } } },
    },
    {
      name: "a tool",
      fields: {
        tools: [
          {
            name: "f",
            input_schema: { type: "object" },
            strict: true,
            eager_input_streaming: true,
          },
        ],
      },
      says: { tools: [{ name: "f", schema: { type: "object" }, strict: true }] },
    },
    {
      name: "a tool that Anthropic runs",
      fields: { tools: [{ type: "web_search_20250305", name: "web_search" }] },
      says: { tools: [], bound: ["tools[0]"] },
    },
    {
      name: "a system text",
      fields: { system: "be brief" },
      says: {
        messages: [
          { role: "system", parts: [{ kind: "text", text: "be brief" }] },
          { role: "user", parts: [{ kind: "text", text: "my secret words" }] },
        ],
      },
    },
    {
      name: "caching as a whole",
      fields: { cache_control: { type: "ephemeral", ttl: "1h" } },
      says: {
        messages: [
          { role: "user", parts: [{ kind: "text", text: "my secret words", cache: "1h" }] },
        ],
      },
    },
    {
      name: "an answer to go on with",
      fields: { messages: [hello, { role: "assistant", content: "It is (" }] },
      says: { bound: ["messages[1]"] },
    },
    {
      name: "a prompt that is only to be cached",
      fields: { max_tokens: 0 },
      says: { bound: ["max_tokens"] },
    },
    {
      name: "what changes nothing",
      fields: { service_tier: "auto", speed: "standard", inference_geo: "global", container: null },
      says: { bound: [] },
    },
    {
      name: "what Anthropic alone has",
      fields: { speed: "fast", inference_geo: "us", brand_new: 1 },
      says: { bound: ["speed", "inference_geo", "brand_new"] },
    },
  ])("$name", ({ fields, says }) => {
    expect(neutral(fields)).toMatchObject({ bound: [], choices: 1, ...says });
  });

  test.each<{ name: string; content: unknown; role?: string; messages: unknown; bound?: string[] }>(
    [
      {
        name: "an image of bytes",
        content: [{ type: "image", source: png }],
        messages: [
          {
            role: "user",
            parts: [
              { kind: "image", media: { kind: "data", mediaType: "image/png", base64: "AAAA" } },
            ],
          },
        ],
      },
      {
        name: "a PDF by its address, titled",
        content: [
          {
            type: "document",
            source: { type: "url", url: "https://a/b.pdf" },
            title: "B",
            citations: { enabled: false },
          },
        ],
        messages: [
          {
            role: "user",
            parts: [
              { kind: "document", media: { kind: "url", url: "https://a/b.pdf" }, name: "B" },
            ],
          },
        ],
      },
      {
        name: "a text as a file",
        content: [
          { type: "document", source: { type: "text", media_type: "text/plain", data: "é" } },
        ],
        messages: [
          {
            role: "user",
            parts: [
              {
                kind: "document",
                media: { kind: "data", mediaType: "text/plain", base64: "w6k=" },
              },
            ],
          },
        ],
      },
      {
        name: "a file that Anthropic keeps",
        content: [
          { type: "text", text: "see" },
          { type: "document", source: { type: "file", file_id: "f" } },
        ],
        messages: [{ role: "user", parts: [{ kind: "text", text: "see" }] }],
        bound: ["messages[0].content[1].source"],
      },
      {
        name: "a document to be cited",
        content: [
          {
            type: "document",
            source: { type: "text", data: "x" },
            citations: { enabled: true },
            context: "c",
          },
        ],
        messages: [
          {
            role: "user",
            parts: [
              {
                kind: "document",
                media: { kind: "data", mediaType: "text/plain", base64: "eA==" },
              },
            ],
          },
        ],
        bound: ["messages[0].content[0].citations", "messages[0].content[0].context"],
      },
      {
        name: "results before what else is said",
        content: [
          { type: "text", text: "so?" },
          { type: "tool_result", tool_use_id: "1", content: "sunny" },
          { type: "tool_result", tool_use_id: "2", is_error: true },
        ],
        messages: [
          {
            role: "tool",
            parts: [
              { kind: "tool-result", id: "1", content: [{ kind: "text", text: "sunny" }] },
              { kind: "tool-result", id: "2", content: [], isError: true },
            ],
          },
          { role: "user", parts: [{ kind: "text", text: "so?" }] },
        ],
      },
      {
        name: "a block that nobody knows",
        content: [
          { type: "text", text: "x" },
          { type: "search_result", source: "s", title: "t", content: [] },
        ],
        messages: [{ role: "user", parts: [{ kind: "text", text: "x" }] }],
        bound: ["messages[0].content[1]"],
      },
      {
        name: "thoughts and their seals",
        role: "assistant",
        content: [
          { type: "thinking", thinking: "hm", signature: "abc" },
          { type: "redacted_thinking", data: "xyz" },
          { type: "thinking", thinking: "oh", signature: "sc1.responses.enc" },
          { type: "thinking", thinking: "ah", signature: "sc1.completions." },
        ],
        messages: [
          {
            role: "assistant",
            parts: [
              { kind: "reasoning", text: "hm", seal: { dialect: "messages", value: "abc" } },
              {
                kind: "reasoning",
                text: "",
                seal: { dialect: "messages", value: "xyz" },
                redacted: true,
              },
              { kind: "reasoning", text: "oh", seal: { dialect: "responses", value: "enc" } },
              { kind: "reasoning", text: "ah" },
            ],
          },
        ],
      },
      {
        name: "the seal of a call",
        role: "assistant",
        content: [
          { type: "redacted_thinking", data: "sc1.gemini.call:sig" },
          call,
          { ...call, id: "toolu_2" },
        ],
        messages: [
          {
            role: "assistant",
            parts: [
              {
                kind: "tool-call",
                id: "toolu_1",
                name: "f",
                arguments: '{"a":1}',
                seal: { dialect: "gemini", value: "sig" },
              },
              { kind: "tool-call", id: "toolu_2", name: "f", arguments: '{"a":1}' },
            ],
          },
        ],
      },
      {
        name: "a call that code made",
        role: "assistant",
        content: [{ ...call, caller: { type: "code_execution_20260120", tool_id: "t" } }],
        messages: [
          {
            role: "assistant",
            parts: [{ kind: "tool-call", id: "toolu_1", name: "f", arguments: '{"a":1}' }],
          },
        ],
        bound: ["messages[0].content[0].caller"],
      },
      {
        name: "instructions within the conversation",
        role: "system",
        content: "now in French",
        messages: [{ role: "system", parts: [{ kind: "text", text: "now in French" }] }],
      },
    ],
  )("$name", ({ content, role, messages, bound = [] }) => {
    const { messages: said, bound: held } = saying(content, role);
    expect(role === undefined ? said : said.slice(0, -1)).toEqual(messages);
    expect(held).toEqual(bound);
  });

  test("the router sees its needs, and whose conversation it is", () => {
    const { conversation, clues, format, showsUsage } = read({
      system: "be brief",
      messages: [
        {
          role: "user",
          content: [
            { type: "text", text: "what is it?" },
            { type: "image", source: png },
          ],
        },
      ],
      tools: [
        {
          name: "f",
          description: "does it",
          input_schema: { type: "object" },
          cache_control: { type: "ephemeral" },
        },
      ],
      thinking: { type: "enabled", budget_tokens: 1_024 },
      output_config: { format: { type: "json_schema", schema: { type: "object" } } },
      metadata: { user_id: "session-1" },
      container: "c",
    });
    expect(conversation.turns).toEqual([
      { role: "system", text: "be brief" },
      { role: "user", text: "what is it?" },
    ]);
    expect(conversation.needs).toMatchObject({
      tools: true,
      image: true,
      pdf: false,
      jsonSchema: true,
      reasoning: true,
      unportableFields: ["container"],
    });
    expect(conversation).toMatchObject({
      toolText: "f does it",
      cacheAsked: "5m",
      maxOutputTokens: 100,
    });
    expect(conversation.estimatedInputTokens).toBeGreaterThan(1_100);
    expect(clues).toEqual({ user: "session-1" });
    expect(format).toEqual({ kind: "schema", schema: { type: "object" } });
    expect(showsUsage).toBe(true);
  });
});
