import type { CallerRequest } from "../../../../../core/chat/caller-dialect";
import type { AssistantPart, ToolResultPart } from "../../../../../core/chat/neutral/part";
import type {
  NeutralMessage,
  NeutralTool,
  Reasoning,
} from "../../../../../core/chat/neutral/request";
import type { PlainKey } from "../../../../../core/ports/vault";
import { createGeminiAdapter } from "../../../../../lambdas/shared/providers/gemini/adapter";
import { toBody } from "../../../../../lambdas/shared/providers/gemini/request";
import { exchangesOf } from "../../../../support/recordings";
import { geminiSite } from "./gemini-site";
import { asking, model, said } from "./requests";

const gemini3 = model("gemini-3-flash-preview");
const gemini25 = model("gemini-2.5-flash");

const assistant = (...parts: AssistantPart[]): NeutralMessage => ({ role: "assistant", parts });
const results = (...parts: ToolResultPart[]): NeutralMessage => ({ role: "tool", parts });
const call = (id: string, fields: object = {}): AssistantPart => ({
  kind: "tool-call",
  id,
  name: `tool_${id}`,
  arguments: "{}",
  ...fields,
});
const result = (id: string, text: string, fields: object = {}): ToolResultPart => ({
  kind: "tool-result",
  id,
  content: [{ kind: "text", text }],
  ...fields,
});

const contentsOf = (messages: readonly NeutralMessage[], called = gemini3) =>
  toBody(asking({ messages }), called).contents as { role: string; parts: unknown[] }[];

const generationOf = (fields: object, called = gemini3) =>
  toBody(asking(fields), called).generationConfig;

describe("a call to Gemini", () => {
  test.each([
    { stream: false, method: "generateContent", accept: "application/json" },
    { stream: true, method: "streamGenerateContent?alt=sse", accept: "text/event-stream" },
  ])("goes to $method, with the key in its own header", ({ stream, method, accept }) => {
    const neutral = asking({ stream });
    const http = createGeminiAdapter(geminiSite).toHttp({
      request: { neutral: () => neutral } as unknown as CallerRequest,
      model: gemini3,
      key: "secret" as PlainKey,
      settings: {},
      passedHeaders: {},
    });
    expect(http).toEqual({
      method: "POST",
      url: `https://generativelanguage.googleapis.com/v1beta/models/gemini-3-flash-preview:${method}`,
      headers: { "x-goog-api-key": "secret", "content-type": "application/json", accept },
      body: JSON.stringify({ contents: [{ role: "user", parts: [{ text: "Hi" }] }] }),
    });
  });
});

describe("the conversation", () => {
  test("has its system messages before it, whoever they are by", () => {
    const system = (text: string): NeutralMessage => ({
      role: "system",
      parts: [{ kind: "text", text }],
    });
    const body = toBody(asking({ messages: [system("a"), system("b"), said("Hi")] }), gemini3);
    expect(body).toEqual({
      systemInstruction: { parts: [{ text: "a" }, { text: "b" }] },
      contents: [{ role: "user", parts: [{ text: "Hi" }] }],
    });
  });

  test("joins neighbours of one role, but never results with words", () => {
    const messages = [
      said("a"),
      said("b"),
      assistant(call("1")),
      results(result("1", "c")),
      said("d"),
    ];
    expect(contentsOf(messages).map(({ role, parts }) => [role, parts.length])).toEqual([
      ["user", 2],
      ["model", 1],
      ["user", 1],
      ["user", 1],
    ]);
  });

  test("gives results in the order of their calls, under the names of these", () => {
    const messages = [
      said("Hi"),
      assistant(call("1"), call("2")),
      results(result("2", "b"), result("1", "a")),
    ];
    expect(contentsOf(messages)[2]?.parts).toEqual([
      { functionResponse: { id: "1", name: "tool_1", response: { output: "a" } } },
      { functionResponse: { id: "2", name: "tool_2", response: { output: "b" } } },
    ]);
  });

  test("names a result by the latest call of its id", () => {
    const messages = [
      said("Hi"),
      assistant(call("1", { name: "first" })),
      results(result("1", "a")),
      assistant(call("1", { name: "second" })),
      results(result("1", "b")),
    ];
    expect(contentsOf(messages).at(-1)?.parts).toMatchObject([
      { functionResponse: { name: "second" } },
    ]);
  });

  test.each([
    { name: "a text", text: "sunny", response: { output: "sunny" } },
    { name: "an object", text: '{"sky": "blue"}', response: { sky: "blue" } },
    { name: "a list", text: "[1]", response: { output: "[1]" } },
    {
      name: "a number that would be rounded",
      text: '{"id":12345678901234567890}',
      response: { output: '{"id":12345678901234567890}' },
    },
    {
      name: "a key said twice",
      text: '{"a":1,"a":2}',
      response: { output: '{"a":1,"a":2}' },
    },
    {
      name: "an object with a key that means something",
      text: '{"error":null}',
      response: { output: { error: null } },
    },
  ])("gives $name as a result that says the same", ({ text, response }) => {
    const messages = [said("Hi"), assistant(call("1")), results(result("1", text))];
    expect(contentsOf(messages)[2]?.parts).toEqual([
      { functionResponse: { id: "1", name: "tool_1", response } },
    ]);
  });

  test("gives a failure, files, and several texts of a result their own places", () => {
    const image = {
      kind: "image" as const,
      media: { kind: "data" as const, mediaType: "image/png", base64: "AAAA" },
    };
    const texts = [
      { kind: "text" as const, text: "a" },
      { kind: "text" as const, text: "b" },
    ];
    const messages = [
      said("Hi"),
      assistant(call("1"), call("2"), call("3")),
      results(
        result("1", '{"why":1}', { isError: true }),
        result("2", "", { content: [image] }),
        result("3", "", { content: texts }),
      ),
    ];
    const inlineData = { mimeType: "image/png", data: "AAAA" };
    expect(contentsOf(messages)[2]?.parts).toMatchObject([
      { functionResponse: { response: { error: '{"why":1}' } } },
      { functionResponse: { response: {}, parts: [{ inlineData }] } },
      { functionResponse: { response: { output: ["a", "b"] } } },
    ]);
  });

  test("has files as bytes or as addresses, each with its type", () => {
    const messages: NeutralMessage[] = [
      {
        role: "user",
        parts: [
          { kind: "image", media: { kind: "data", mediaType: "image/webp", base64: "AA==" } },
          { kind: "image", media: { kind: "url", url: "https://a.example/b.JPG?size=1" } },
          {
            kind: "document",
            media: { kind: "data", mediaType: "application/pdf", base64: "BB==" },
          },
          { kind: "audio", format: "mp3", base64: "CC==" },
        ],
      },
    ];
    expect(contentsOf(messages)[0]?.parts).toEqual([
      { inlineData: { mimeType: "image/webp", data: "AA==" } },
      { fileData: { mimeType: "image/jpeg", fileUri: "https://a.example/b.JPG?size=1" } },
      { inlineData: { mimeType: "application/pdf", data: "BB==" } },
      { inlineData: { mimeType: "audio/mpeg", data: "CC==" } },
    ]);
  });
});

describe("thoughts that were signed", () => {
  const seal = (value: string) => ({ dialect: "gemini" as const, value });
  const partsOf = (...parts: AssistantPart[]) =>
    contentsOf([said("Hi"), assistant(...parts)])[1]?.parts;
  const functionCall = { id: "1", name: "tool_1", args: {} };

  test("come back at the part that they stood at", () => {
    const hidden = (value: string): AssistantPart => ({
      kind: "reasoning",
      text: "",
      seal: seal(value),
      redacted: true,
    });
    expect(
      partsOf(
        { kind: "reasoning", text: "Hm", seal: seal("thought") },
        { kind: "text", text: "Hello" },
        hidden("text.hello"),
        { kind: "text", text: "again" },
        hidden("alone.again"),
        call("1", { seal: seal("called") }),
      ),
    ).toEqual([
      { text: "Hm", thought: true, thoughtSignature: "thought" },
      { text: "Hello", thoughtSignature: "hello" },
      { text: "again" },
      { text: "", thoughtSignature: "again" },
      { functionCall, thoughtSignature: "called" },
    ]);
  });

  test("come back at a call, where a caller kept them before it", () => {
    const kept: AssistantPart = { kind: "reasoning", text: "", seal: seal("kept"), redacted: true };
    expect(partsOf(kept, call("1"))).toEqual([{ functionCall, thoughtSignature: "kept" }]);
  });

  test("are left out, with what was thought, where another dialect's model signed them", () => {
    const foreign: AssistantPart = {
      kind: "reasoning",
      text: "Hm",
      seal: { dialect: "messages", value: "x" },
    };
    expect(partsOf(foreign, { kind: "text", text: "Hello" })).toEqual([{ text: "Hello" }]);
  });

  test("are stood in for at the first call of a turn that Gemini 3 did not take", () => {
    const recorded = exchangesOf("gemini")
      .flatMap(
        ({ request }) => JSON.stringify(request).match(/"thoughtSignature":"c2tpcF[^"]*"/g) ?? [],
      )
      .map((field) => field.replace(/^.*:"|"$/g, ""));
    expect(recorded).toHaveLength(4);
    expect(partsOf(call("1"), call("2"))).toEqual([
      { functionCall, thoughtSignature: recorded[0] },
      { functionCall: { id: "2", name: "tool_2", args: {} } },
    ]);
    const [, turn] = contentsOf([said("Hi"), assistant(call("1"))], gemini25);
    expect(turn?.parts).toEqual([{ functionCall }]);
  });
});

describe("the tools", () => {
  const tool: NeutralTool = {
    name: "weather",
    description: "Tells it",
    schema: { type: "object" },
  };

  test("are declared with their JSON schemas as they are", () => {
    expect(toBody(asking({ tools: [tool, { name: "now" }] }), gemini3)).toMatchObject({
      tools: [
        {
          functionDeclarations: [
            { name: "weather", description: "Tells it", parametersJsonSchema: { type: "object" } },
            { name: "now" },
          ],
        },
      ],
    });
  });

  test.each([
    { name: "nothing", fields: {}, config: undefined },
    { name: "auto", fields: { toolChoice: { kind: "auto" as const } }, config: { mode: "AUTO" } },
    { name: "none", fields: { toolChoice: { kind: "none" as const } }, config: { mode: "NONE" } },
    { name: "any", fields: { toolChoice: { kind: "any" as const } }, config: { mode: "ANY" } },
    {
      name: "one",
      fields: { toolChoice: { kind: "tool" as const, name: "weather" } },
      config: { mode: "ANY", allowedFunctionNames: ["weather"] },
    },
    {
      name: "a strict tool",
      fields: { tools: [{ ...tool, strict: true }] },
      config: { mode: "VALIDATED" },
    },
  ])("are chosen from as asked: $name", ({ fields, config }) => {
    const body = toBody(asking({ tools: [tool], ...fields }), gemini3);
    expect(body.toolConfig).toEqual(config && { functionCallingConfig: config });
  });
});

describe("the settings", () => {
  test("are said by Gemini's names", () => {
    expect(
      generationOf({
        maxOutputTokens: 10,
        temperature: 0,
        topP: 0.5,
        topK: 3,
        seed: 7,
        stop: ["END"],
        choices: 2,
        shape: { kind: "json" },
      }),
    ).toEqual({
      maxOutputTokens: 10,
      temperature: 0,
      topP: 0.5,
      topK: 3,
      seed: 7,
      stopSequences: ["END"],
      candidateCount: 2,
      responseMimeType: "application/json",
    });
  });

  test("hold the answer to a schema, constants as enumerations of one", () => {
    const schema = {
      type: "object",
      description: "A colour",
      properties: { const: { const: "red" }, pattern: { anyOf: [{ const: 1 }] } },
    };
    expect(
      generationOf({ shape: { kind: "schema", schema, description: "For painting" } }),
    ).toEqual({
      responseMimeType: "application/json",
      responseJsonSchema: {
        type: "object",
        description: "For painting\n\nA colour",
        properties: { const: { enum: ["red"] }, pattern: { anyOf: [{ enum: [1] }] } },
      },
    });
  });

  test("say how closely images are to be looked at", () => {
    const media = { kind: "data" as const, mediaType: "image/png", base64: "" };
    const messages: NeutralMessage[] = [
      { role: "user", parts: [{ kind: "image", media, detail: "low" }] },
    ];
    expect(generationOf({ messages })).toEqual({ mediaResolution: "MEDIA_RESOLUTION_LOW" });
  });

  const thinking: readonly [string, Reasoning, string, object | undefined][] = [
    ["high", { effort: "high" }, "gemini-3-flash-preview", { thinkingLevel: "HIGH" }],
    ["the most", { effort: "max" }, "gemini-3.1-pro-preview", { thinkingLevel: "HIGH" }],
    ["minimal", { effort: "minimal" }, "gemini-3.6-flash", { thinkingLevel: "MINIMAL" }],
    ["minimal", { effort: "minimal" }, "gemini-3.8-flash", { thinkingLevel: "LOW" }],
    ["minimal", { effort: "minimal" }, "gemini-3.1-pro-preview", { thinkingLevel: "LOW" }],
    ["minimal", { effort: "minimal" }, "gemini-3.5-flash-lite", { thinkingLevel: "MINIMAL" }],
    ["minimal", { effort: "minimal" }, "gemini-flash-latest", { thinkingLevel: "LOW" }],
    ["a budget", { budgetTokens: 5_000 }, "gemini-3.8-flash", { thinkingLevel: "MEDIUM" }],
    ["as it likes", { adaptive: true }, "gemini-3.8-flash", undefined],
    ["none", { effort: "none" }, "gemini-2.5-flash", { thinkingBudget: 0 }],
    ["none", { effort: "none" }, "gemini-2.5-pro", { thinkingBudget: 128 }],
    ["medium", { effort: "medium" }, "gemini-2.5-pro", { thinkingBudget: 8_192 }],
    ["the most", { effort: "max" }, "gemini-2.5-flash", { thinkingBudget: 24_576 }],
    ["a budget", { budgetTokens: 100 }, "gemini-2.5-flash-lite", { thinkingBudget: 512 }],
    ["as it likes", { adaptive: true }, "gemini-2.5-flash", { thinkingBudget: -1 }],
    ["shown", { shown: true }, "gemini-2.5-flash", { includeThoughts: true }],
  ];

  test.each(thinking)(
    "say how much to think: %s (%j) to %s",
    (_, reasoning, id, thinkingConfig) => {
      expect(generationOf({ reasoning }, model(id))).toEqual(thinkingConfig && { thinkingConfig });
    },
  );

  test("say nothing of thinking to a model that does not think", () => {
    expect(generationOf({ reasoning: { effort: "none" } }, model("x", { reasons: false }))).toBe(
      undefined,
    );
  });
});
