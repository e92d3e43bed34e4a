import type { RequestNeeds } from "../../../../core/chat/conversation";
import type { UserPart } from "../../../../core/chat/neutral/part";
import type { NeutralRequest } from "../../../../core/chat/neutral/request";
import { conversationOf } from "../../../../core/chat/neutral/to-conversation";
import { noNeeds } from "../../routing/conversations";

const user = (...parts: UserPart[]) => ({ role: "user" as const, parts });
const text = (said: string) => ({ kind: "text" as const, text: said });

const plain: NeutralRequest = {
  messages: [user(text("hello"))],
  tools: [],
  stop: [],
  choices: 1,
  stream: false,
  bound: [],
};
const read = (fields: Partial<NeutralRequest> = {}) => conversationOf({ ...plain, ...fields });

const image: UserPart = { kind: "image", media: { kind: "url", url: "https://a/b.png" } };
const pdf: UserPart = { kind: "document", media: { kind: "url", url: "https://a/b.pdf" } };
const sound: UserPart = { kind: "audio", base64: "A".repeat(8_000), format: "wav" };
const tool = { name: "get_weather", description: "of a city" };

describe("what a request needs", () => {
  test.each<{ name: string; fields: Partial<NeutralRequest>; needs: Partial<RequestNeeds> }>([
    { name: "plain text needs nothing", fields: {}, needs: {} },
    { name: "tools", fields: { tools: [tool] }, needs: { tools: true } },
    { name: "an image", fields: { messages: [user(image)] }, needs: { image: true } },
    { name: "a file", fields: { messages: [user(pdf)] }, needs: { pdf: true } },
    { name: "a sound", fields: { messages: [user(sound)] }, needs: { audioIn: true } },
    {
      name: "an image that a tool returned",
      fields: {
        messages: [
          {
            role: "tool",
            parts: [
              {
                kind: "tool-result",
                id: "1",
                content: [{ kind: "image", media: { kind: "url", url: "https://a/b.png" } }],
              },
            ],
          },
        ],
      },
      needs: { image: true },
    },
    {
      name: "a schema",
      fields: { shape: { kind: "schema", schema: {} } },
      needs: { jsonSchema: true },
    },
    { name: "JSON without a schema is none", fields: { shape: { kind: "json" } }, needs: {} },
    { name: "an effort", fields: { reasoning: { effort: "high" } }, needs: { reasoning: true } },
    { name: "no thinking", fields: { reasoning: { effort: "none" } }, needs: {} },
    { name: "a budget", fields: { reasoning: { budgetTokens: 1 } }, needs: { reasoning: true } },
    { name: "a budget of none", fields: { reasoning: { budgetTokens: 0 } }, needs: {} },
    { name: "adaptive", fields: { reasoning: { adaptive: true } }, needs: { reasoning: true } },
    { name: "log probabilities", fields: { logprobs: { top: 0 } }, needs: { logprobs: true } },
    { name: "a temperature", fields: { temperature: 0 }, needs: { temperature: true } },
    { name: "the default temperature is none", fields: { temperature: 1 }, needs: {} },
    { name: "a stop word", fields: { stop: ["x"] }, needs: { stop: true } },
    { name: "several answers", fields: { choices: 3 }, needs: { choices: 3 } },
    {
      name: "what only one dialect has",
      fields: { bound: ["tools[0]"] },
      needs: { unportableFields: ["tools[0]"] },
    },
  ])("$name", ({ fields, needs }) => {
    expect(read(fields).needs).toEqual({ ...noNeeds, ...needs });
  });
});

describe("what a request says", () => {
  test("every message is a turn, and every result of a tool", () => {
    const { turns, hasToolHistory } = read({
      messages: [
        { role: "system", developer: true, parts: [text("be brief")] },
        user(text("one"), image, text("two")),
        {
          role: "assistant",
          parts: [
            { kind: "reasoning", text: "hidden" },
            text("on it"),
            { kind: "tool-call", id: "1", name: "f", arguments: '{"a":1}' },
          ],
        },
        {
          role: "tool",
          parts: [
            { kind: "tool-result", id: "1", content: [text("sunny")] },
            { kind: "tool-result", id: "2", content: [] },
          ],
        },
      ],
    });
    expect(turns).toEqual([
      { role: "system", text: "be brief" },
      { role: "user", text: "one\ntwo" },
      { role: "assistant", text: 'on it\nf {"a":1}' },
      { role: "tool", text: "sunny" },
      { role: "tool", text: "" },
    ]);
    expect(hasToolHistory).toBe(true);
    expect(read().hasToolHistory).toBe(false);
  });

  test("of several cache marks the shortest life counts", () => {
    const marked = (cache: "5m" | "1h") => ({ ...text("x"), cache });
    expect(read().cacheAsked).toBeUndefined();
    expect(read({ messages: [user(marked("1h"))] }).cacheAsked).toBe("1h");
    expect(read({ messages: [user(marked("1h"), marked("5m"))] }).cacheAsked).toBe("5m");
    expect(read({ tools: [{ ...tool, cache: "1h" }] }).cacheAsked).toBe("1h");
  });

  test("the estimate counts text, attachments, thoughts, tools and schemas", () => {
    const base = read().estimatedInputTokens;
    expect(base).toBe(9);
    expect(read({ messages: [user(text("x".repeat(4_000)))] }).estimatedInputTokens).toBe(1_007);
    for (const part of [image, pdf, sound]) {
      expect(read({ messages: [user(part)] }).estimatedInputTokens).toBeGreaterThan(base - 3);
    }
    const file = Buffer.from("x".repeat(4_000)).toString("base64");
    const media = { kind: "data" as const, mediaType: "text/plain", base64: file };
    const textFile = read({ messages: [user({ kind: "document", media })] }).estimatedInputTokens;
    expect(textFile).toBeGreaterThan(1_000);
    expect(textFile).toBeLessThan(1_020);
    expect(read({ tools: [tool] }).estimatedInputTokens).toBeGreaterThan(base + 10);
    expect(
      read({ shape: { kind: "schema", schema: { type: "object" } } }).estimatedInputTokens,
    ).toBeGreaterThan(base + 5);
  });

  test("a ceiling on output is the caller's own", () => {
    expect(read().maxOutputTokens).toBeUndefined();
    expect(read({ maxOutputTokens: 5 }).maxOutputTokens).toBe(5);
  });
});
