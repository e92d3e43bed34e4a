import { createGeminiAdapter } from "../../../../../lambdas/shared/providers/gemini/adapter";
import { geminiSite } from "./gemini-site";

const adapter = createGeminiAdapter(geminiSite);

type Part = Record<string, unknown>;

const chunk = (parts: readonly Part[], fields: object = {}, about: object = {}) => ({
  candidates: [{ content: { role: "model", parts }, index: 0, ...fields }],
  modelVersion: "gemini-3-flash-preview",
  responseId: "an.id",
  ...about,
});

const eventsOf = (...chunks: readonly unknown[]) => {
  const read = adapter.eventReader();
  return chunks.flatMap((data) => read(JSON.stringify(data)));
};

const usageMetadata = { promptTokenCount: 3, candidatesTokenCount: 2, totalTokenCount: 5 };

describe("a stream of Gemini's", () => {
  test("begins with its id and model, ends with its finish, and has no end mark", () => {
    expect(
      eventsOf(chunk([{ text: "He" }]), chunk([{ text: "llo" }], { finishReason: "STOP" })),
    ).toEqual([
      { kind: "start", id: "an.id", model: "gemini-3-flash-preview" },
      { kind: "text", choice: 0, part: 0, text: "He" },
      { kind: "text", choice: 0, part: 0, text: "llo" },
      { kind: "finish", choice: 0, reason: "stop" },
    ]);
  });

  test("is counted before it finishes: later nobody may be listening", () => {
    const kinds = eventsOf(
      chunk([{ text: "Hi" }], { finishReason: "STOP" }, { usageMetadata }),
    ).map(({ kind }) => kind);
    expect(kinds).toEqual(["start", "usage", "text", "finish"]);
  });

  test("tells a count that stands alone from one beside an answer", () => {
    const [beside, alone] = eventsOf(chunk([], {}, { usageMetadata }), { usageMetadata }).filter(
      ({ kind }) => kind === "usage",
    );
    expect(beside).not.toHaveProperty("alone");
    expect(alone).toMatchObject({ alone: true });
  });

  test("numbers its parts as they begin: thoughts, words, calls", () => {
    const events = eventsOf(
      chunk([{ text: "Hm", thought: true }]),
      chunk([{ text: "m", thought: true }, { text: "Yes" }]),
      chunk([{ functionCall: { name: "a" } }, { functionCall: { name: "b", args: { x: 1 } } }], {
        finishReason: "STOP",
      }),
    );
    expect(events.slice(1)).toEqual([
      { kind: "reasoning", choice: 0, part: 0, text: "Hm" },
      { kind: "reasoning", choice: 0, part: 0, text: "m" },
      { kind: "text", choice: 0, part: 1, text: "Yes" },
      { kind: "tool-call", choice: 0, part: 2, id: "call_an_id_0_2", name: "a" },
      { kind: "arguments", choice: 0, part: 2, text: "{}" },
      { kind: "tool-call", choice: 0, part: 3, id: "call_an_id_0_3", name: "b" },
      { kind: "arguments", choice: 0, part: 3, text: '{"x":1}' },
      { kind: "finish", choice: 0, reason: "tool-calls" },
    ]);
  });

  test("has the signature of a text in a part of its own, which ends the text", () => {
    const seal = (value: string) => ({ dialect: "gemini", value });
    const events = eventsOf(
      chunk([{ text: "a", thoughtSignature: "x" }]),
      chunk([{ text: "b" }, { text: "", thoughtSignature: "y" }]),
    );
    expect(events.slice(1)).toEqual([
      { kind: "text", choice: 0, part: 0, text: "a" },
      { kind: "reasoning", choice: 0, part: 1, text: "", seal: seal("text.x"), redacted: true },
      { kind: "text", choice: 0, part: 2, text: "b" },
      { kind: "reasoning", choice: 0, part: 3, text: "", seal: seal("alone.y"), redacted: true },
    ]);
  });

  test("keeps several answers apart", () => {
    const both = {
      candidates: [
        { index: 1, content: { parts: [{ text: "b" }] }, finishReason: "MAX_TOKENS" },
        { content: { parts: [{ text: "a" }] }, finishReason: "STOP" },
      ],
    };
    expect(adapter.readAnswer(JSON.stringify(both))?.choices).toEqual([
      { parts: [{ kind: "text", text: "a" }], finish: "stop" },
      { parts: [{ kind: "text", text: "b" }], finish: "length" },
    ]);
  });

  test("puts a call's arguments together from their pieces, of any kind and under any key", () => {
    const piece = (jsonPath: string, value: object, willContinue = true) =>
      chunk([{ functionCall: { partialArgs: [{ jsonPath, ...value }], willContinue } }]);
    const events = eventsOf(
      chunk([{ functionCall: { name: "a", id: "1", willContinue: true } }]),
      piece("$.text", { stringValue: 'say "' }),
      piece("$.text", { stringValue: 'hi"' }),
      piece("$['a key'].list[1]", { boolValue: false }),
      piece("$.none", { nullValue: "NULL_VALUE" }),
      piece("$.__proto__.polluted", { numberValue: 1 }),
      piece("$.huge[4000000000]", { numberValue: 1 }, false),
    );
    const [, , { text = "" } = {}] = events as { text?: string }[];
    expect(text).toBe(
      '{"text":"say \\"hi\\"","a key":{"list":[null,false]},"none":null,"__proto__":{"polluted":1},"huge":[]}',
    );
  });

  test.each([
    ["STOP", "stop"],
    ["MAX_TOKENS", "length"],
    ["SAFETY", "content-filter"],
    ["RECITATION", "content-filter"],
    ["LANGUAGE", "content-filter"],
    ["BLOCKLIST", "content-filter"],
    ["PROHIBITED_CONTENT", "content-filter"],
    ["SPII", "content-filter"],
    ["IMAGE_SAFETY", "content-filter"],
    ["OTHER", "error"],
    ["MALFORMED_FUNCTION_CALL", "error"],
    ["UNEXPECTED_TOOL_CALL", "error"],
    ["SOMETHING_NEW", "error"],
  ])("ends for %s as %s", (finishReason, reason) => {
    expect(eventsOf(chunk([], { finishReason })).at(-1)).toEqual({
      kind: "finish",
      choice: 0,
      reason,
    });
  });

  test("ends at once where the prompt was blocked", () => {
    const blocked = { promptFeedback: { blockReason: "PROHIBITED_CONTENT" }, usageMetadata };
    expect(eventsOf(blocked).map(({ kind }) => kind)).toEqual(["start", "usage", "finish"]);
    expect(adapter.readAnswer(JSON.stringify(blocked))?.choices).toEqual([
      { parts: [], finish: "content-filter" },
    ]);
  });

  test.each([
    { form: "an event", wrap: (error: object): unknown => ({ error }) },
    { form: "a list", wrap: (error: object): unknown => [{ error }] },
  ])("says that it can't go on, as $form", ({ wrap }) => {
    const error = { code: 503, message: "The model is overloaded.", status: "UNAVAILABLE" };
    expect(eventsOf(chunk([{ text: "He" }]), wrap(error)).at(-1)).toEqual({
      kind: "failure",
      code: "UNAVAILABLE",
      message: "The model is overloaded.",
      spentCredit: false,
    });
  });

  test("never throws, whatever comes", () => {
    const read = adapter.eventReader();
    const odd = [
      "",
      "[DONE]",
      "null",
      "[[]]",
      '{"candidates":7}',
      '{"candidates":[{"content":{"parts":[{"text":7},{"functionCall":{"args":7}}]}}]}',
      '{"candidates":[{"content":{"parts":[{"functionCall":{"partialArgs":[{"jsonPath":"$"}]}}]}}]}',
    ];
    expect(odd.flatMap((data) => read(data)).map(({ kind }) => kind)).toEqual(["start"]);
  });

  test.each([
    { version: "gemini-3-flash-preview", searches: 2 },
    { version: "gemini-2.5-flash", searches: 1 },
  ])("counts the searches that $version is billed for", ({ version, searches }) => {
    const grounded = (webSearchQueries: readonly string[]) =>
      chunk(
        [],
        { groundingMetadata: { webSearchQueries } },
        {
          modelVersion: version,
          usageMetadata,
        },
      );
    const [first, , last] = eventsOf(grounded(["a", ""]), grounded(["a", "b"])).filter(
      ({ kind }) => kind !== "unsaid",
    );
    expect(first).toMatchObject({ kind: "start" });
    expect(last).toMatchObject({ kind: "usage", usage: { units: { "web-search": searches } } });
  });
});
