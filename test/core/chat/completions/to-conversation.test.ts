import { parseChatRequest } from "../../../../core/chat/completions/parse-request";
import { toConversation } from "../../../../core/chat/completions/to-conversation";
import type { RequestNeeds } from "../../../../core/chat/conversation";
import { noNeeds } from "../../routing/conversations";

const user = (content: unknown) => ({ role: "user", content });
const read = (fields: Record<string, unknown> = {}) =>
  toConversation(
    parseChatRequest(JSON.stringify({ model: "gpt-4o", messages: [user("hello")], ...fields })),
  );

const image = { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } };
const audio = { type: "input_audio", input_audio: { data: "A".repeat(8_000), format: "wav" } };
const file = { type: "file", file: { file_data: "data:application/pdf;base64,AA" } };
const tool = { type: "function", function: { name: "get_weather", description: "of a city" } };
const schema = { type: "json_schema", json_schema: { name: "answer", schema: {} } };

describe("what a request needs", () => {
  test.each<{ name: string; fields: Record<string, unknown>; needs: Partial<RequestNeeds> }>([
    { name: "plain text needs noNeeds", fields: {}, needs: {} },
    { name: "tools", fields: { tools: [tool] }, needs: { tools: true } },
    { name: "no tools in an empty list", fields: { tools: [] }, needs: {} },
    {
      name: "functions bind to the provider",
      fields: { functions: [{ name: "f" }] },
      needs: { tools: true, unportableFields: ["functions"] },
    },
    { name: "an image", fields: { messages: [user([image])] }, needs: { image: true } },
    { name: "a sound", fields: { messages: [user([audio])] }, needs: { audioIn: true } },
    { name: "a file", fields: { messages: [user([file])] }, needs: { pdf: true } },
    {
      name: "speech",
      fields: { modalities: ["text", "audio"] },
      needs: { audioOut: true, unportableFields: ["modalities"] },
    },
    { name: "a schema", fields: { response_format: schema }, needs: { jsonSchema: true } },
    {
      name: "JSON without a schema is none",
      fields: { response_format: { type: "json_object" } },
      needs: {},
    },
    { name: "reasoning by name", fields: { reasoning_effort: "high" }, needs: { reasoning: true } },
    { name: "no reasoning by name", fields: { reasoning_effort: "none" }, needs: {} },
    { name: "log probabilities", fields: { logprobs: true }, needs: { logprobs: true } },
    { name: "a temperature", fields: { temperature: 0 }, needs: { temperature: true } },
    { name: "the default temperature is none", fields: { temperature: 1 }, needs: {} },
    { name: "a stop word", fields: { stop: "x" }, needs: { stop: true } },
    { name: "no stop word", fields: { stop: [] }, needs: {} },
    { name: "several answers", fields: { n: 3 }, needs: { choices: 3 } },
    {
      name: "a field that nobody knows",
      fields: { brand_new: 1, absent: null },
      needs: { unportableFields: ["brand_new"] },
    },
  ])("$name", ({ fields, needs }) => {
    expect(read(fields).needs).toEqual({ ...noNeeds, ...needs });
  });
});

describe("what a request says", () => {
  test("turns keep roles and text, parts and calls included", () => {
    const call = { id: "1", type: "function", function: { name: "f", arguments: '{"a":1}' } };
    const { turns, hasToolHistory } = read({
      messages: [
        { role: "developer", content: "be brief" },
        user([{ type: "text", text: "one" }, image, { type: "text", text: "two" }]),
        { role: "assistant", content: "on it", tool_calls: [call] },
        { role: "tool", content: "sunny", tool_call_id: "1" },
      ],
    });
    expect(turns.map(({ role }) => role)).toEqual(["system", "user", "assistant", "tool"]);
    expect(turns[1]?.text).toContain("one");
    expect(turns[1]?.text).toContain("two");
    expect(turns[2]?.text).toBe('on it\nf {"a":1}');
    expect(hasToolHistory).toBe(true);
  });

  test("the ceiling on output is the newer name's, then the older one's", () => {
    expect(read().maxOutputTokens).toBeUndefined();
    expect(read({ max_tokens: 5 }).maxOutputTokens).toBe(5);
    expect(read({ max_tokens: 5, max_completion_tokens: 7 }).maxOutputTokens).toBe(7);
  });

  test("the estimate counts text, attachments, tools and schemas", () => {
    const plain = read().estimatedInputTokens;
    expect(plain).toBe(9);
    expect(read({ messages: [user("x".repeat(4_000))] }).estimatedInputTokens).toBe(1_007);
    for (const part of [image, audio, file]) {
      expect(read({ messages: [user([part])] }).estimatedInputTokens).toBeGreaterThan(plain - 3);
    }
    expect(read({ tools: [tool] }).estimatedInputTokens).toBeGreaterThan(plain + 15);
    expect(read({ response_format: schema }).estimatedInputTokens).toBeGreaterThan(plain + 10);
  });
});
