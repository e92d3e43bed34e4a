import type { ProviderId } from "../../../../../core/catalog/provider-id";
import { completionsDialect } from "../../../../../core/chat/completions/dialect";
import type { NeutralAnswer } from "../../../../../core/chat/neutral/answer";
import type { NeutralEvent } from "../../../../../core/chat/neutral/event";
import { gatherAnswer } from "../../../../../core/chat/neutral/gather-answer";
import { inputTokens, outputTokens } from "../../../../../core/usage/token-buckets";
import type { ProviderAdapter } from "../../../../../lambdas/shared/providers/adapter";
import { createAdapters } from "../../../../../lambdas/shared/providers/adapters";
import { answersOf, type Exchange, exchangesOf } from "../../../../support/recordings";
import { asWritten } from "./outgoing";

const adapters = createAdapters();
const adapterOf = (provider: ProviderId): ProviderAdapter => {
  const adapter = adapters.find(provider, "completions");
  if (!adapter) throw new Error(`no adapter for ${provider}`);
  return adapter;
};

const isChat = ({ path }: Exchange): boolean => path.endsWith("/chat/completions");
const recorded = ["openai", "groq", "mistral", "deepseek", "openrouter", "cerebras"] as const;
const exchanges = recorded.flatMap((provider) =>
  exchangesOf(provider)
    .filter(isChat)
    .map((exchange) => ({ ...exchange, provider })),
);
const answered = exchanges.filter(({ status }) => status === 200);
const whole = answered.filter(({ encoding }) => encoding === "json");
const streams = answered.filter(({ encoding }) => encoding === "text");

const dataOf = (stream: string): string[] =>
  stream.split("\n").flatMap((line) => (line.startsWith("data:") ? [line.slice(5).trim()] : []));

const kindsOf = (events: readonly NeutralEvent[]) => events.map(({ kind }) => kind);

/** Parts that only one provider knows: they bind the request to it. */
const foreign = ["document_url", "video_url"];

describe("recorded requests", () => {
  test("there are enough of them to mean something", () => {
    expect([exchanges.length, whole.length, streams.length]).toEqual([228, 187, 35]);
  });

  test.each(exchanges)("$provider $case ($n) reads", ({ request }) => {
    const text = JSON.stringify(request);
    const { model, neutral } = completionsDialect.read(text);
    expect(model).toBe(request.model);
    expect(neutral().messages.length).toBeGreaterThan(0);
    if (foreign.some((type) => text.includes(`"type":"${type}"`))) {
      expect(neutral().bound.join()).toMatch(/messages\[\d+\]\.content\[\d+\]/);
    }
  });

  test("are passed on byte for byte to the provider that they were written for", () => {
    const plain = whole.filter(
      ({ request, provider }) =>
        provider === "openai" && !JSON.stringify(request).includes('"type":"document_url"'),
    );
    for (const { request } of plain) {
      const { body } = adapterOf("openai").toHttp(
        asWritten(request, { id: String(request.model) }),
      );
      expect(body).toBe(JSON.stringify(request));
    }
    expect(plain.length).toBeGreaterThan(80);
  });
});

const totalsOf = (usage: unknown): unknown => {
  const { prompt_tokens, completion_tokens } = usage as Record<string, number>;
  return [prompt_tokens, completion_tokens];
};

const sumsOf = ({ usage }: NeutralAnswer): unknown =>
  usage && [inputTokens(usage.tokens), outputTokens(usage.tokens)];

describe("recorded answers", () => {
  test.each(whole)("$provider $case ($n) reads, counted as it was", ({ provider, response }) => {
    const answer = adapterOf(provider).readAnswer(JSON.stringify(response));
    const { choices, usage, model } = response as Record<string, unknown>;
    expect(answer?.choices).toHaveLength((choices as unknown[]).length);
    expect(answer?.model).toBe(model);
    expect(answer && sumsOf(answer)).toEqual(totalsOf(usage));
    expect(answer?.choices[0]?.parts.length).toBeGreaterThan(0);
  });

  test.each(whole)("$provider $case ($n) keeps all when it is written anew", (exchange) => {
    const adapter = adapterOf(exchange.provider);
    const answer = adapter.readAnswer(JSON.stringify(exchange.response));
    if (!answer) throw new Error("not an answer");
    const { request } = asWritten({ model: "m", messages: [{ role: "user", content: "x" }] });
    const context = { request, id: "1", model: answer.model ?? "", createdAt: 0 };
    const again = adapter.readAnswer(completionsDialect.writeAnswer(answer, context));
    const { units: _units, otherRates: _otherRates, ...usage } = answer.usage ?? {};
    // A tier that OpenAI's clients don't know stays its provider's.
    const { serviceTier, ...untiered } = { serviceTier: undefined, ...usage };
    const written = serviceTier === "provisioned" ? untiered : usage;
    expect(again).toEqual({ ...answer, id: "chatcmpl-1", unsaid: [], usage: written });
  });

  test.each(streams)("$provider $case ($n) streams to its end", ({ provider, response }) => {
    const data = dataOf(String(response));
    const read = adapterOf(provider).eventReader();
    const events = data.flatMap(read);
    const kinds = kindsOf(events);
    if (kinds.includes("failure")) {
      expect(events.find(({ kind }) => kind === "failure")).toMatchObject({
        code: "tool_use_failed",
        spentCredit: false,
      });
      return;
    }
    expect(kinds[0]).toBe("start");
    expect(kinds.at(-1)).toBe("end");
    expect(kinds.filter((kind) => kind === "finish")).toHaveLength(1);
    const counts = data.flatMap((text) => /"usage":\{.*/.exec(text) ?? []);
    expect(kinds.includes("usage")).toBe(counts.length > 0);
    expect(gatherAnswer(events).choices[0]?.parts.length).toBeGreaterThan(0);
  });
});

const family = [
  "alibaba",
  "deepseek",
  "groq",
  "mistral",
  "moonshotai",
  "openai-compatible",
  "perplexity",
  "xai",
];
const isChatAnswer = ({ text }: { readonly text: string }) =>
  text.includes('"object":"chat.completion') || text.includes('"object": "chat.completion');
const answers = family.flatMap((provider) => answersOf(provider).filter(isChatAnswer));

/** Whoever they are, they are read alike. */
const reader = adapterOf("custom");

describe("answers of the family", () => {
  test("there are enough of them to mean something", () => {
    expect(answers).toHaveLength(20);
  });

  test.each(answers)("$provider $case as $kind reads whole", ({ kind, text }) => {
    const lines = text.split("\n").filter((line) => line !== "");
    const read = reader.eventReader();
    const answer = kind === "json" ? reader.readAnswer(text) : gatherAnswer(lines.flatMap(read));
    const [choice] = answer?.choices ?? [];
    expect(choice?.parts.length).toBeGreaterThan(0);
    expect(choice?.parts.some(({ kind: what }) => what === "tool-call")).toBe(
      choice?.finish === "tool-calls",
    );
    const counts = /"prompt_tokens":\s*(\d+)/.exec(text.slice(text.lastIndexOf('"usage"')));
    expect(answer?.usage && inputTokens(answer.usage.tokens)).toBe(Number(counts?.[1]));
  });

  test("Perplexity's sources and searches are told of", () => {
    const [json, stream] = ["json", "chunks"].map((kind) =>
      answersOf("perplexity").find((answer) => answer.kind === kind),
    );
    expect(reader.readAnswer(json?.text ?? "")?.unsaid).toEqual(["citations"]);
    const read = reader.eventReader();
    const events = (stream?.text ?? "").split("\n").flatMap((line) => read(line));
    expect(events.filter(({ kind }) => kind === "unsaid")).toHaveLength(1);
  });
});
