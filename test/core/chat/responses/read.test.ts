import { neutralOf, read, refusal, valid } from "./reading";

const withItem = (item: object) => ({ ...valid, input: [item] });
const withPart = (part: object) => withItem({ role: "user", content: [part] });

describe("a Responses request is accepted", () => {
  test.each([
    { name: "as short as it gets", body: valid },
    { name: "with fields that nobody knows", body: { ...valid, brand_new: { a: [1] } } },
    {
      name: "with null where a field may be absent",
      body: { ...valid, tools: null, tool_choice: null, text: null, reasoning: null, prompt: null },
    },
    {
      name: "with every role, typed or not",
      body: {
        ...valid,
        input: ["system", "developer", "user", "assistant"].flatMap((role) => [
          { role, content: "x" },
          { type: "message", role, content: [{ type: "input_text", text: "x" }] },
        ]),
      },
    },
    {
      name: "with items of OpenAI's own tools",
      body: withItem({ type: "web_search_call", id: "1" }),
    },
    { name: "with items that are newer than this", body: withItem({ type: "dream", of: "sheep" }) },
    { name: "with a reference without a type", body: withItem({ id: "msg_1" }) },
    { name: "without input, where it is stored", body: { model: "x", previous_response_id: "r" } },
    { name: "without input, for a prompt", body: { model: "x", prompt: { id: "p" } } },
  ])("$name", ({ body }) => {
    expect(read(body).body).toEqual(body);
  });
});

describe("a Responses request is refused with the field at fault", () => {
  test.each([
    { name: "nothing to answer", body: { model: "x" }, param: "input" },
    { name: "an empty list", body: { ...valid, input: [] }, param: "input" },
    { name: "no model", body: { input: "x" }, param: "model" },
    { name: "an item that is no object", body: { ...valid, input: [1] }, param: "input[0]" },
    {
      name: "an unknown role",
      body: withItem({ role: "critic", content: "x" }),
      param: "input[0].role",
    },
    {
      name: "a part of an unknown type",
      body: withPart({ type: "input_smell", smell: "x" }),
      param: "input[0].content[0].type",
    },
    {
      name: "an image that is nowhere",
      body: withPart({ type: "input_image" }),
      param: "input[0].content[0]",
    },
    {
      name: "a call without arguments",
      body: withItem({ type: "function_call", call_id: "1", name: "f" }),
      param: "input[0].arguments",
    },
    {
      name: "a result of a number",
      body: withItem({ type: "function_call_output", call_id: "1", output: 7 }),
      param: "input[0].output",
    },
    {
      name: "a function without a name",
      body: { ...valid, tools: [{ type: "function" }] },
      param: "tools[0].name",
    },
    { name: "a choice of its own", body: { ...valid, tool_choice: "some" }, param: "tool_choice" },
    {
      name: "a schema that is missing",
      body: { ...valid, text: { format: { type: "json_schema", name: "x" } } },
      param: "text.format.schema",
    },
    { name: "a hot temperature", body: { ...valid, temperature: 3 }, param: "temperature" },
    {
      name: "no output at all",
      body: { ...valid, max_output_tokens: 0 },
      param: "max_output_tokens",
    },
  ])("$name", ({ body, param }) => {
    const { status, code, param: at, message } = refusal(JSON.stringify(body));
    expect({ status, code, at }).toEqual({ status: 400, code: "invalid_value", at: param });
    expect(message).not.toContain("secret");
  });

  test("no JSON", () => {
    expect(refusal('{"input": "my secret')).toMatchObject({ status: 400, code: "invalid_json" });
  });
});

describe("what points at a translated answer is refused, as it is stored nowhere", () => {
  test.each([
    {
      body: { ...valid, previous_response_id: "resp_sc1_1" },
      code: "previous_response_not_found",
      param: "previous_response_id",
    },
    {
      body: withItem({ type: "item_reference", id: "msg_sc1_1_0" }),
      code: "item_not_found",
      param: "input[0].id",
    },
  ])("$param", ({ body, code, param }) => {
    expect(refusal(JSON.stringify(body))).toMatchObject({ status: 400, code, param });
  });

  test.each([{ type: "message" }, {}])("but not an item that says it all, %j", (type) => {
    const item = { ...type, id: "msg_sc1_1_0", role: "assistant", content: "x" };
    expect(read(withItem(item)).body.input).toEqual([item]);
  });
});

test("a request says how it is to be answered", () => {
  const request = read({
    ...valid,
    stream: true,
    prompt_cache_key: "k",
    safety_identifier: "u",
    text: { format: { type: "json_object" } },
  });
  expect(request).toMatchObject({
    dialect: "responses",
    model: "gpt-5",
    streamed: true,
    choices: 1,
    showsUsage: true,
    format: { kind: "json" },
    clues: { cacheKey: "k", user: "u" },
  });
  expect(request.conversation.turns).toEqual([{ role: "user", text: "my secret words" }]);
});

const fn = { type: "function", name: "f", parameters: { type: "object" }, strict: true };

describe("what only Responses can say binds the request, by its path", () => {
  test.each([
    { more: { previous_response_id: "resp_1" }, path: "previous_response_id" },
    { more: { conversation: "conv_1" }, path: "conversation" },
    { more: { background: true }, path: "background" },
    { more: { prompt: { id: "p" } }, path: "prompt" },
    { more: { context_management: [{ type: "compaction" }] }, path: "context_management" },
    { more: { moderation: { model: "m" } }, path: "moderation" },
    { more: { truncation: "auto" }, path: "truncation" },
    { more: { service_tier: "flex" }, path: "service_tier" },
    { more: { max_tool_calls: 3 }, path: "max_tool_calls" },
    { more: { include: ["dreams"] }, path: "include[0]" },
    { more: { text: { tone: "warm" } }, path: "text.tone" },
    { more: { reasoning: { context: "all_turns" } }, path: "reasoning.context" },
    { more: { reasoning: { mode: "pro" } }, path: "reasoning.mode" },
    { more: { reasoning: { effort: "extreme" } }, path: "reasoning.effort" },
    { more: { reasoning: { style: "x" } }, path: "reasoning.style" },
    { more: { tools: [fn, { type: "web_search" }] }, path: "tools[1]" },
    { more: { tools: [{ type: "custom", name: "c" }] }, path: "tools[0]" },
    { more: { tools: [{ ...fn, defer_loading: true }] }, path: "tools[0].defer_loading" },
    {
      more: { tools: [{ ...fn, allowed_callers: ["programmatic"] }] },
      path: "tools[0].allowed_callers",
    },
    {
      more: { tool_choice: { type: "allowed_tools", mode: "auto", tools: [] } },
      path: "tool_choice",
    },
    { more: { input: [{ type: "compaction", encrypted_content: "x" }] }, path: "input[0]" },
    { more: { input: [{ type: "item_reference", id: "msg_1" }] }, path: "input[0]" },
    {
      more: {
        input: [{ type: "function_call", call_id: "1", name: "f", arguments: "", namespace: "n" }],
      },
      path: "input[0].namespace",
    },
    {
      more: { input: [{ role: "user", content: [{ type: "input_image", file_id: "f" }] }] },
      path: "input[0].content[0].file_id",
    },
    {
      more: {
        input: [
          {
            role: "user",
            content: [{ type: "input_image", image_url: "https://a/b", detail: "original" }],
          },
        ],
      },
      path: "input[0].content[0].detail",
    },
    {
      more: { input: [{ role: "user", content: [{ type: "input_file", file_data: "AAAA" }] }] },
      path: "input[0].content[0].file_data",
    },
    {
      more: {
        input: [{ role: "system", content: [{ type: "input_image", image_url: "https://a/b" }] }],
      },
      path: "input[0].content",
    },
  ])("$path", ({ more, path }) => {
    expect(neutralOf(more).bound).toEqual([path]);
  });
});

test("who asks, what is kept, and how it is cached bind nothing", () => {
  const { bound } = neutralOf({
    user: "u",
    safety_identifier: "u",
    metadata: { a: "b" },
    prompt_cache_key: "k",
    prompt_cache_options: { mode: "implicit" },
    prompt_cache_retention: "24h",
    store: true,
    service_tier: "auto",
    truncation: "disabled",
    background: false,
    stream_options: { include_obfuscation: false },
    include: ["reasoning.encrypted_content", "file_search_call.results"],
    reasoning: { context: "auto", mode: "standard", summary: null },
    tools: [{ ...fn, defer_loading: false, allowed_callers: ["direct"], output_schema: null }],
  });
  expect(bound).toEqual([]);
});
