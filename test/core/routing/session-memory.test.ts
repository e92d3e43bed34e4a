import type { Conversation, Turn } from "../../../core/chat/conversation";
import type { Tokens } from "../../../core/money/amounts";
import { type Answered, memoryOf, warmOf } from "../../../core/routing/session-memory";
import { noTokens, type TokenBuckets } from "../../../core/usage/token-buckets";
import { noNeeds } from "./conversations";

const noon = Date.parse("2026-11-24T12:00:00Z");
const minute = 60_000;

const turns: readonly Turn[] = [
  { role: "system", text: "A long manual." },
  { role: "user", text: "How do I reset it?" },
];
const talk = (more: readonly Turn[] = [], rest: Partial<Conversation> = {}): Conversation => ({
  turns: [...turns, ...more],
  needs: noNeeds,
  toolText: "",
  hasToolHistory: false,
  estimatedInputTokens: 2_000 as Tokens,
  ...rest,
});
const turn2 = talk([
  { role: "assistant", text: "Press the button." },
  { role: "user", text: "Which one?" },
]);
const afterTool = talk([
  { role: "assistant", text: "lookup" },
  { role: "tool", text: "7" },
]);

/** A provider's count of a prompt. */
const counted = (fresh: number, read = 0, written = 0): TokenBuckets => ({
  ...noTokens,
  freshInput: fresh as Tokens,
  cacheRead: read as Tokens,
  cacheWrite5m: written as Tokens,
});

const answered = (fields: Partial<Answered> = {}): Answered => ({
  offer: { provider: "openai", id: "gpt-4o-mini" },
  conversation: talk(),
  at: noon,
  tokens: counted(2_000),
  calledTools: false,
  ...fields,
});

const must = (fields: Partial<Answered> = {}) => {
  const memory = memoryOf(answered(fields));
  if (!memory) throw new Error("nothing was remembered");
  return memory;
};

const anthropic = { provider: "anthropic", id: "claude-sonnet-4-5" } as const;
const gemini = { provider: "gemini", id: "gemini-2.5-flash" } as const;
const cohere = { provider: "cohere", id: "command-a" } as const;

describe("what is taken to be cached after an answer", () => {
  test.each([
    { name: "OpenAI caches a long prompt in steps of 128", fields: {}, cached: 1_920 },
    {
      name: "without the provider's count, by estimate",
      fields: { tokens: undefined },
      cached: 1_920,
    },
    {
      name: "Claude what it reports as read or written",
      fields: { offer: anthropic, tokens: counted(200, 1_000, 800) },
      cached: 1_800,
    },
    {
      name: "Gemini what it reports as read, as it promises nothing",
      fields: { offer: gemini, tokens: counted(600, 2_400) },
      cached: 2_400,
    },
  ])("$name", ({ fields, cached }) => {
    expect(must(fields).cachedTokens).toBe(cached);
  });

  test.each([
    { name: "a short prompt", fields: { tokens: counted(1_023) } },
    { name: "Claude unasked", fields: { offer: anthropic } },
    { name: "Gemini without a hit", fields: { offer: gemini, tokens: counted(9_000) } },
    { name: "a provider that caches nothing", fields: { offer: cohere } },
  ])("nothing is remembered of $name", ({ fields }) => {
    expect(memoryOf(answered(fields))).toBeUndefined();
  });

  test("a call of tools is remembered, however short the prompt and whoever called", () => {
    const memory = must({ offer: cohere, tokens: counted(50), calledTools: true });
    expect(memory).toMatchObject({ offer: "cohere/command-a", toolLoop: true, cachedTokens: 0 });
  });

  test("no word of the conversation is kept", () => {
    const text = JSON.stringify(must());
    for (const { text: said } of turns) expect(text).not.toContain(said);
  });
});

describe("a promise is believed until the count contradicts it", () => {
  const next = (tokens: TokenBuckets, fields: Partial<Answered> = {}) =>
    must({ conversation: turn2, at: noon + minute, before: must(), tokens, ...fields });

  test("a hit confirms it: the whole prompt counts again", () => {
    expect(next(counted(380, 1_920)).cachedTokens).toBe(2_176);
  });

  test("a miss takes it back, and is remembered in its place", () => {
    expect(next(counted(2_300)).cachedTokens).toBe(0);
  });

  test("a hit on the instructions alone leaves those", () => {
    expect(next(counted(1_788, 512)).cachedTokens).toBe(512);
  });

  test.each([
    {
      name: "another offer answered before",
      fields: { offer: { provider: "openai", id: "gpt-4o" } },
    },
    { name: "it had expired", fields: { at: noon + 5 * minute } },
    {
      name: "the conversation was changed",
      fields: { conversation: talk([], { toolText: "new" }) },
    },
  ] as const)("a miss says nothing where $name", ({ fields }) => {
    expect(next(counted(2_300), fields).cachedTokens).toBe(2_304 - 128);
  });
});

describe("what a memory is worth to the next request", () => {
  const worth = (conversation: Conversation, atMs: number, fields = {}, named = false) =>
    warmOf(must(fields), conversation, named, atMs);

  test("the cache, for the minutes that the provider keeps it", () => {
    const warm = { offer: "openai/gpt-4o-mini", cachedTokens: 1_920, inToolLoop: false };
    expect(worth(turn2, noon + 5 * minute - 1)).toMatchObject(warm);
    expect(worth(turn2, noon + 5 * minute)).toBeUndefined();
  });

  test("an hour where the caller asked Claude for it", () => {
    const fields = {
      offer: anthropic,
      tokens: counted(0, 0, 2_000),
      conversation: talk([], { cacheAsked: "1h" }),
    };
    expect(worth(turn2, noon + 59 * minute, fields)).toMatchObject({ cachedTokens: 2_000 });
  });

  test("nothing where the beginning was changed", () => {
    expect(worth(talk([], { toolText: "other" }), noon + 1)).toBeUndefined();
  });

  test("the tool loop, also when the cache is long gone, and for an hour at most", () => {
    const fields = { calledTools: true };
    expect(worth(afterTool, noon + 30 * minute, fields)).toMatchObject({
      inToolLoop: true,
      cachedTokens: 0,
    });
    expect(worth(afterTool, noon + 60 * minute, fields)).toBeUndefined();
  });

  test("no tool loop where the last answer called none: another conversation's, by chance", () => {
    expect(worth(afterTool, noon + 1)).toMatchObject({ inToolLoop: false });
  });

  test("a named conversation's loop, also where its messages were changed; not its cache", () => {
    const trimmed = { ...afterTool, turns: afterTool.turns.slice(1) };
    expect(worth(trimmed, noon + 1, { calledTools: true }, true)).toMatchObject({
      inToolLoop: true,
      cachedTokens: 0,
    });
    expect(worth(trimmed, noon + 1, { calledTools: true })).toBeUndefined();
  });
});
