import { parseChatRequest } from "../../../../core/chat/completions/parse-request";
import { RequestError } from "../../../../core/errors";

const messages = [{ role: "user", content: "my secret words" }];
const valid = { model: "gpt-4o", messages };

const refusal = (body: string): RequestError => {
  try {
    parseChatRequest(body);
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
  throw new Error("the body was accepted");
};

describe("a chat request is accepted", () => {
  test.each([
    { name: "as short as it gets", body: valid },
    { name: "with fields that nobody knows", body: { ...valid, brand_new: { a: [1] } } },
    { name: "with null where a field may be absent", body: { ...valid, stop: null, tools: null } },
    {
      name: "with every role",
      body: {
        ...valid,
        messages: ["system", "developer", "user"].map((role) => ({ role, content: "x" })),
      },
    },
    {
      name: "with a tool call and its result",
      body: {
        ...valid,
        messages: [
          {
            role: "assistant",
            tool_calls: [{ id: "1", type: "function", function: { name: "f", arguments: "{}" } }],
          },
          { role: "tool", content: "x", tool_call_id: "1" },
        ],
      },
    },
    {
      name: "with an image",
      body: {
        ...valid,
        messages: [
          { role: "user", content: [{ type: "image_url", image_url: { url: "https://a/b.png" } }] },
        ],
      },
    },
    {
      name: "with a tool of a kind of its own",
      body: { ...valid, tools: [{ type: "custom", custom: { name: "x" } }] },
    },
  ])("$name", ({ body }) => {
    expect(parseChatRequest(JSON.stringify(body))).toEqual(body);
  });
});

describe("a chat request is refused with the field at fault", () => {
  test.each([
    { name: "no model", body: { messages }, param: "model" },
    { name: "an empty model", body: { ...valid, model: "" }, param: "model" },
    {
      name: "a model name without end",
      body: { ...valid, model: "m".repeat(513) },
      param: "model",
    },
    { name: "no messages", body: { model: "m" }, param: "messages" },
    { name: "an empty list of messages", body: { ...valid, messages: [] }, param: "messages" },
    {
      name: "an unknown role",
      body: { ...valid, messages: [{ role: "king", content: "x" }] },
      param: "messages[0].role",
    },
    {
      name: "content of a wrong type",
      body: { ...valid, messages: [...messages, { role: "user", content: 7 }] },
      param: "messages[1].content",
    },
    {
      name: "a temperature out of range",
      body: { ...valid, temperature: 2.5 },
      param: "temperature",
    },
    { name: "no output at all", body: { ...valid, max_tokens: 0 }, param: "max_tokens" },
    { name: "five stop words", body: { ...valid, stop: ["a", "b", "c", "d", "e"] }, param: "stop" },
    {
      name: "a format without its schema",
      body: { ...valid, response_format: { type: "json_schema" } },
      param: "response_format.json_schema",
    },
  ])("$name", ({ body, param }) => {
    const error = refusal(JSON.stringify(body));
    expect(error).toMatchObject({ status: 400, code: "invalid_value", param });
    expect(error.message).toContain(`'${param}'`);
    expect(error.message).not.toContain("secret");
  });

  test.each([
    { name: "an empty body", body: " ", code: "empty_body" },
    { name: "no JSON", body: '{"model": "my secret words', code: "invalid_json" },
    { name: "an array", body: "[]", code: "invalid_value" },
    { name: "a number", body: "7", code: "invalid_value" },
  ])("$name is refused, and not quoted", ({ body, code }) => {
    const error = refusal(body);
    expect(error).toMatchObject({ status: 400, code, param: null });
    expect(error.message).not.toContain("secret");
  });
});
