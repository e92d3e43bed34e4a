import { completionsDialect } from "../../../../core/chat/completions/dialect";

const user = (content: unknown) => ({ role: "user", content });
const read = (fields: Record<string, unknown> = {}) =>
  completionsDialect
    .read(JSON.stringify({ model: "gpt-4o", messages: [user("hello")], ...fields }))
    .neutral();
const saying = (...messages: object[]) => read({ messages });
const part = (fields: object) => saying(user([fields]));
const tool = (fields: object) => read({ tools: [fields] });
const call = (fields: object) =>
  saying({ role: "assistant", tool_calls: [{ id: "1", ...fields }] });
const image = (fields: object) =>
  part({ type: "image_url", image_url: { url: "https://a.example/b.png", ...fields } });
const file = (fields: object) => part({ type: "file", file: fields });

describe("what can't be said elsewhere is bound by its path", () => {
  test.each([
    { what: "nothing", neutral: read(), bound: [] },
    { what: "functions", neutral: read({ functions: [{ name: "f" }] }), bound: ["functions"] },
    { what: "speech", neutral: read({ modalities: ["text", "audio"] }), bound: ["modalities"] },
    { what: "a bias", neutral: read({ logit_bias: { 1: 5 } }), bound: ["logit_bias"] },
    { what: "a prediction", neutral: read({ prediction: {} }), bound: ["prediction"] },
    { what: "a paid tier", neutral: read({ service_tier: "flex" }), bound: ["service_tier"] },
    { what: "a field of its own", neutral: read({ brand_new: 1 }), bound: ["brand_new"] },
    {
      what: "an unknown effort",
      neutral: read({ reasoning_effort: "default" }),
      bound: ["reasoning_effort"],
    },
    { what: "an odd top_k", neutral: read({ top_k: -1 }), bound: ["top_k"] },
    { what: "alternatives alone", neutral: read({ top_logprobs: 2 }), bound: ["top_logprobs"] },
    { what: "a custom tool", neutral: tool({ type: "custom", custom: {} }), bound: ["tools[0]"] },
    { what: "a tool of no kind", neutral: tool({ function: { name: "f" } }), bound: ["tools[0]"] },
    {
      what: "an unknown field of a tool",
      neutral: tool({ type: "function", function: { name: "f", defer_loading: true } }),
      bound: ["tools[0].function.defer_loading"],
    },
    {
      what: "a choice among tools",
      neutral: read({ tool_choice: { type: "allowed_tools", allowed_tools: {} } }),
      bound: ["tool_choice"],
    },
    {
      what: "a custom call",
      neutral: call({ type: "custom" }),
      bound: ["messages[0].tool_calls[0]"],
    },
    {
      what: "speech of an earlier turn",
      neutral: saying({ role: "assistant", audio: { id: "a" } }),
      bound: ["messages[0].audio"],
    },
    {
      what: "the beginning of an answer",
      neutral: saying(user("x"), { role: "assistant", content: "So", prefix: true }),
      bound: ["messages[1].prefix"],
    },
    {
      what: "an old function's result",
      neutral: saying({ role: "function", name: "f", content: "1" }),
      bound: ["messages[0]"],
    },
    {
      what: "the name of a system",
      neutral: saying({ role: "system", content: "x", name: "n" }),
      bound: ["messages[0].name"],
    },
    {
      what: "a kept file",
      neutral: file({ file_id: "f" }),
      bound: ["messages[0].content[0].file.file_id", "messages[0].content[0].file"],
    },
    {
      what: "a file of another kind",
      neutral: file({ file_data: "data:application/zip;base64,AA" }),
      bound: ["messages[0].content[0].file"],
    },
    {
      what: "another detail",
      neutral: image({ detail: "original" }),
      bound: ["messages[0].content[0].image_url.detail"],
    },
    {
      what: "an image that is not base64",
      neutral: image({ url: "data:image/svg+xml,x" }),
      bound: ["messages[0].content[0].image_url.url"],
    },
    {
      what: "sound of no format",
      neutral: part({ type: "input_audio", input_audio: { data: "AA" } }),
      bound: ["messages[0].content[0].input_audio.format"],
    },
    {
      what: "an unknown field of a part",
      neutral: part({ type: "text", text: "x", citations: {} }),
      bound: ["messages[0].content[0].citations"],
    },
  ])("$what", ({ neutral, bound }) => {
    expect(neutral.bound).toEqual(bound);
  });

  test("hints, empty fields and what an answer came with bind nothing", () => {
    const { bound } = read({
      messages: [
        user([{ type: "text", text: "x", prompt_cache_breakpoint: { mode: "explicit" } }]),
        {
          role: "assistant",
          content: "y",
          refusal: null,
          audio: null,
          function_call: null,
          annotations: [{ type: "url_citation" }],
          reasoning_details: [{}],
        },
      ],
      user: "u",
      metadata: { a: "b" },
      store: true,
      safety_identifier: "s",
      prompt_cache_key: "k",
      prompt_cache_options: {},
      prompt_cache_retention: "24h",
      service_tier: "default",
      modalities: ["text"],
      logit_bias: null,
    });
    expect(bound).toEqual([]);
  });
});

describe("what a request says in no dialect", () => {
  test("messages keep their parts in order, and results that follow each other stand in one", () => {
    const { messages } = saying(
      { role: "developer", content: [{ type: "text", text: "be brief" }] },
      user([
        { type: "text", text: "look", cache_control: { type: "ephemeral", ttl: "1h" } },
        { type: "image_url", image_url: { url: "data:image/png;base64,AA", detail: "auto" } },
      ]),
      {
        role: "assistant",
        content: "on it",
        reasoning_content: "hm",
        tool_calls: ["1", "2"].map((id) => ({
          id,
          type: "function",
          function: { name: "f", arguments: "{}" },
        })),
      },
      { role: "tool", tool_call_id: "1", content: "sunny" },
      { role: "tool", tool_call_id: "2", content: [{ type: "text", text: "rain" }] },
    );
    expect(messages).toEqual([
      { role: "system", developer: true, parts: [{ kind: "text", text: "be brief" }] },
      {
        role: "user",
        parts: [
          { kind: "text", text: "look", cache: "1h" },
          { kind: "image", media: { kind: "data", mediaType: "image/png", base64: "AA" } },
        ],
      },
      {
        role: "assistant",
        parts: [
          { kind: "reasoning", text: "hm" },
          { kind: "text", text: "on it" },
          { kind: "tool-call", id: "1", name: "f", arguments: "{}" },
          { kind: "tool-call", id: "2", name: "f", arguments: "{}" },
        ],
      },
      {
        role: "tool",
        parts: [
          { kind: "tool-result", id: "1", content: [{ kind: "text", text: "sunny" }] },
          { kind: "tool-result", id: "2", content: [{ kind: "text", text: "rain" }] },
        ],
      },
    ]);
  });

  test("the ceiling is the newer name's, a stop word stands in a list, null says nothing", () => {
    expect(read({ max_tokens: 5, max_completion_tokens: 7, stop: "x", seed: null })).toMatchObject({
      maxOutputTokens: 7,
      stop: ["x"],
    });
    expect(read({ seed: null })).not.toHaveProperty("seed");
  });

  test("a mark on a message is one on its last part", () => {
    const marked = { ...user("x"), cache_control: { type: "ephemeral" } };
    expect(saying(marked).messages).toEqual([
      { role: "user", parts: [{ kind: "text", text: "x", cache: "5m" }] },
    ]);
  });
});
