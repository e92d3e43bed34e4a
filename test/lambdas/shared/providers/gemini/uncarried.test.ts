import type { NeutralMessage, NeutralRequest } from "../../../../../core/chat/neutral/request";
import { createGeminiAdapter } from "../../../../../lambdas/shared/providers/gemini/adapter";
import { geminiSite } from "./gemini-site";
import { asking, said } from "./requests";

const { uncarried } = createGeminiAdapter(geminiSite);

const tool = { name: "weather" };
const image = (mediaType: string) => ({
  kind: "image" as const,
  media: { kind: "data" as const, mediaType, base64: "" },
});
const linked = (url: string) => ({ kind: "image" as const, media: { kind: "url" as const, url } });
const user = (part: ReturnType<typeof image> | ReturnType<typeof linked>): NeutralMessage => ({
  role: "user",
  parts: [part],
});
const called: NeutralMessage = {
  role: "assistant",
  parts: [{ kind: "tool-call", id: "1", name: "weather", arguments: "{}" }],
};
const answered = (part: ReturnType<typeof image> | ReturnType<typeof linked>): NeutralMessage => ({
  role: "tool",
  parts: [{ kind: "tool-result", id: "1", content: [part] }],
});
const schema = (words: object): Partial<NeutralRequest> => ({
  shape: { kind: "schema", schema: { type: "object", properties: { a: words } } },
});

const everywhere: readonly [string, Partial<NeutralRequest>][] = [
  ["frequency_penalty", { frequencyPenalty: 1 }],
  ["presence_penalty", { presencePenalty: 1 }],
  ["logprobs", { logprobs: { top: 0 } }],
  ["verbosity", { verbosity: "low" }],
  ["no parallel tool calls", { tools: [tool], parallelToolCalls: false }],
  ["names of speakers", { messages: [{ role: "user", name: "a", parts: [] }] }],
  ["tools[2]", { bound: ["tools[2]"] }],
  ["more than 5 stop sequences", { stop: ["1", "2", "3", "4", "5", "6"] }],
  ["a seed of more than 32 bits", { seed: 2 ** 40 }],
  ["a tool's name", { tools: [{ name: "7th" }] }],
  ["JSON schema answers with 'pattern'", schema({ type: "string", pattern: "a" })],
  ["JSON schema answers with 'const'", schema({ const: null })],
  ["images of this media type", { messages: [user(image("image/gif"))] }],
  ["images of this media type", { messages: [user(linked("https://a.example/b.pdf"))] }],
  ["images by URL without a media type", { messages: [user(linked("https://a.example/b"))] }],
  [
    "images by an address that is not HTTPS",
    { messages: [user(linked("http://a.example/b.png"))] },
  ],
  [
    "files in tool results by URL",
    { messages: [said("Hi"), called, answered(linked("https://a.example/b.png"))] },
  ],
  [
    "files of this media type in tool results",
    { messages: [said("Hi"), called, answered(image("image/heic"))] },
  ],
  [
    "audio of this format",
    { messages: [{ role: "user", parts: [{ kind: "audio", format: "midi", base64: "" }] }] },
  ],
  [
    "image detail for some files only",
    {
      messages: [
        { role: "user", parts: [image("image/png"), { ...image("image/png"), detail: "low" }] },
      ],
    },
  ],
  [
    "a system message within the conversation",
    { messages: [said("Hi"), { role: "system", parts: [] }, said("Ho")] },
  ],
  ["a conversation of system messages alone", { messages: [{ role: "system", parts: [] }] }],
  [
    "a conversation that the assistant begins",
    { messages: [{ role: "assistant", parts: [] }, said("Hi")] },
  ],
  ["an answer already begun", { messages: [said("Hi"), { role: "assistant", parts: [] }] }],
  [
    "a tool result without its call",
    {
      messages: [
        said("Hi"),
        { role: "tool", parts: [{ kind: "tool-result", id: "1", content: [] }] },
      ],
    },
  ],
];

describe("what Gemini can't be told", () => {
  test.each(everywhere)("is named: %s", (word, fields) => {
    expect(uncarried(asking(fields), "gemini-3.8-flash")).toEqual([word]);
    expect(uncarried(asking(fields), "gemini-2.5-flash")).toContain(word);
  });

  const flash25 = "gemini-2.5-flash";
  const flash3 = "gemini-3-flash-preview";
  const flash38 = "gemini-3.8-flash";
  const json = { shape: { kind: "json" as const }, tools: [tool] };
  const inResult = { messages: [said("Hi"), called, answered(image("image/png"))] };

  test.each([
    { word: "n", fields: { choices: 2 }, takes: flash25, refuses: flash3 },
    { word: "JSON answers beside tools", fields: json, takes: flash3, refuses: flash25 },
    { word: "files in tool results", fields: inResult, takes: flash3, refuses: flash25 },
    {
      word: "no reasoning",
      fields: { reasoning: { effort: "none" as const } },
      takes: flash25,
      refuses: "gemini-2.5-pro",
    },
    {
      word: "no reasoning",
      fields: { reasoning: { effort: "none" as const } },
      takes: "gemini-2.5-flash-lite",
      refuses: flash38,
    },
  ])("depends on the model: $word", ({ word, fields, takes, refuses }) => {
    expect(uncarried(asking(fields), takes)).toEqual([]);
    expect(uncarried(asking(fields), refuses)).toEqual([word]);
    expect(uncarried(asking(fields))).toEqual([]);
  });

  test("is, to a newer model, how to sample, unless it is the usual way", () => {
    const request = asking({ temperature: 0, topP: 0.5, topK: 3 });
    expect(uncarried(request, flash38)).toEqual(["temperature", "top_p", "top_k"]);
    expect(uncarried(asking({ temperature: 1, topP: 1 }), flash38)).toEqual([]);
    expect(uncarried(request, flash3)).toEqual([]);
    expect(uncarried(request)).toEqual([]);
  });

  test("is nothing of an ordinary request", () => {
    const request = asking({
      messages: [
        { role: "system", parts: [{ kind: "text", text: "Be brief" }] },
        user(image("image/png")),
        user(linked("https://a.example/b.png")),
        called,
        { role: "tool", parts: [{ kind: "tool-result", id: "1", content: [], isError: true }] },
      ],
      tools: [{ ...tool, strict: true, schema: { type: "object", not: {} } }],
      toolChoice: { kind: "tool", name: "weather" },
      maxOutputTokens: 100,
      temperature: 2,
      seed: 1,
      stop: ["a", "b", "c", "d", "e"],
      reasoning: { effort: "high", shown: true },
    });
    expect(uncarried(request, flash3)).toEqual([]);
    expect(uncarried(request)).toEqual([]);
  });
});
