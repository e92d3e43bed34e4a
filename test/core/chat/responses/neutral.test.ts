import { neutralOf } from "./reading";

const messagesOf = (input: unknown) => neutralOf({ input }).messages;

test("instructions stand before everything", () => {
  expect(neutralOf({ instructions: "be kind" }).messages).toEqual([
    { role: "system", parts: [{ kind: "text", text: "be kind" }] },
    { role: "user", parts: [{ kind: "text", text: "my secret words" }] },
  ]);
});

test("what a model did in a row is one message, and so are the results of its calls", () => {
  const output = [{ type: "input_image", image_url: "data:image/png;base64,AAAA", detail: "low" }];
  const messages = messagesOf([
    { role: "user", content: "go" },
    {
      type: "reasoning",
      id: "rs_1",
      summary: [{ text: "a" }, { text: "b" }],
      encrypted_content: "e",
    },
    { role: "assistant", content: [{ type: "output_text", text: "so" }] },
    { type: "function_call", call_id: "c1", name: "f", arguments: '{"a":1}' },
    { type: "function_call", call_id: "c2", name: "g", arguments: "" },
    { type: "function_call_output", call_id: "c1", output: "one" },
    { type: "function_call_output", call_id: "c2", output },
  ]);
  expect(messages).toEqual([
    { role: "user", parts: [{ kind: "text", text: "go" }] },
    {
      role: "assistant",
      parts: [
        { kind: "reasoning", text: "a\n\nb", seal: { dialect: "responses", value: "e" } },
        { kind: "text", text: "so" },
        { kind: "tool-call", id: "c1", name: "f", arguments: '{"a":1}' },
        { kind: "tool-call", id: "c2", name: "g", arguments: "" },
      ],
    },
    {
      role: "tool",
      parts: [
        { kind: "tool-result", id: "c1", content: [{ kind: "text", text: "one" }] },
        {
          kind: "tool-result",
          id: "c2",
          content: [
            {
              kind: "image",
              media: { kind: "data", mediaType: "image/png", base64: "AAAA" },
              detail: "low",
            },
          ],
        },
      ],
    },
  ]);
});

describe("a part of a user's message", () => {
  test.each([
    {
      name: "an image by its address",
      part: { type: "input_image", image_url: "https://a/b.png", detail: "auto" },
      read: { kind: "image", media: { kind: "url", url: "https://a/b.png" } },
    },
    {
      name: "a PDF as a data URL",
      part: {
        type: "input_file",
        filename: "a.pdf",
        file_data: "data:application/pdf;base64,AAAA",
      },
      read: {
        kind: "document",
        media: { kind: "data", mediaType: "application/pdf", base64: "AAAA" },
        name: "a.pdf",
      },
    },
    {
      name: "a PDF as base64 alone",
      part: { type: "input_file", filename: "a.PDF", file_data: "AAAA" },
      read: {
        kind: "document",
        media: { kind: "data", mediaType: "application/pdf", base64: "AAAA" },
        name: "a.PDF",
      },
    },
    {
      name: "a file by its address",
      part: { type: "input_file", file_url: "https://a/b.pdf" },
      read: { kind: "document", media: { kind: "url", url: "https://a/b.pdf" } },
    },
    {
      name: "a text up to which the prompt is to be cached",
      part: { type: "input_text", text: "x", prompt_cache_breakpoint: { mode: "explicit" } },
      read: { kind: "text", text: "x", cache: "5m" },
    },
  ])("$name", ({ part, read }) => {
    expect(messagesOf([{ role: "user", content: [part] }])).toEqual([
      { role: "user", parts: [read] },
    ]);
  });
});

describe("a thought", () => {
  const parts = (item: object) =>
    messagesOf([{ type: "reasoning", id: "rs_1", summary: [], ...item }]).flatMap(
      (m): readonly unknown[] => m.parts,
    );

  test.each([
    { name: "in full, where there is no summary", item: { content: [{ text: "a" }] }, text: "a" },
    { name: "that is sealed alone", item: { encrypted_content: "e" }, text: "" },
  ])("$name", ({ item, text }) => {
    expect(parts(item)).toMatchObject([{ kind: "reasoning", text }]);
  });

  test("that is empty is none", () => {
    expect(parts({})).toEqual([]);
  });

  test("of another dialect's provider keeps its seal", () => {
    expect(parts({ encrypted_content: "sc1.messages.abc" })).toEqual([
      { kind: "reasoning", text: "", seal: { dialect: "messages", value: "abc" } },
    ]);
  });
});

describe("a setting", () => {
  test.each([
    { more: { max_output_tokens: 9 }, said: { maxOutputTokens: 9 } },
    { more: { temperature: 0, top_p: 0.5 }, said: { temperature: 0, topP: 0.5 } },
    { more: { parallel_tool_calls: false }, said: { parallelToolCalls: false } },
    { more: { tool_choice: "required" }, said: { toolChoice: { kind: "any" } } },
    {
      more: { tool_choice: { type: "function", name: "f" } },
      said: { toolChoice: { kind: "tool", name: "f" } },
    },
    { more: { reasoning: { effort: "low" } }, said: { reasoning: { effort: "low" } } },
    { more: { reasoning: { summary: "detailed" } }, said: { reasoning: { shown: true } } },
    { more: { include: ["message.output_text.logprobs"] }, said: { logprobs: { top: 0 } } },
    { more: { top_logprobs: 2 }, said: { logprobs: { top: 2 } } },
    { more: { text: { verbosity: "low" } }, said: { verbosity: "low" } },
    { more: { safety_identifier: "u" }, said: { user: "u" } },
    {
      more: { text: { format: { type: "json_schema", name: "n", schema: {}, strict: true } } },
      said: { shape: { kind: "schema", name: "n", schema: {}, strict: true } },
    },
    {
      more: { tools: [{ type: "function", name: "f", parameters: null, strict: null }] },
      said: { tools: [{ name: "f" }] },
    },
  ])("$more", ({ more, said }) => {
    const { bound, ...neutral } = neutralOf(more);
    expect(neutral).toMatchObject(said);
    expect(bound).toEqual([]);
  });
});
