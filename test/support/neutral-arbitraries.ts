import fc from "fast-check";
import type { NeutralAnswer } from "../../core/chat/neutral/answer";
import type { AssistantPart, Seal, ToolResultPart, UserPart } from "../../core/chat/neutral/part";
import type { NeutralMessage, NeutralRequest, NeutralTool } from "../../core/chat/neutral/request";
import type { Tokens } from "../../core/money/amounts";
import type { ProviderUsage } from "../../core/usage/provider-usage";

/** A text that says something: providers refuse those of white space alone. */
const words = fc
  .string({ minLength: 1, maxLength: 12, unit: "grapheme" })
  .filter((text) => text.trim() !== "");
const id = fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}$/);
const name = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,8}$/);
const json = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.oneof(words, fc.integer()), {
  maxKeys: 3,
});
const cache = fc.option(fc.constantFrom("5m" as const, "1h" as const), { nil: undefined });

/** An object without its undefined fields. */
const tidy = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

const text = fc.record({ kind: fc.constant("text" as const), text: words, cache }).map(tidy);
const image = fc.record({
  kind: fc.constant("image" as const),
  media: fc.oneof(
    fc.record({
      kind: fc.constant("data" as const),
      mediaType: fc.constantFrom("image/png", "image/jpeg"),
      base64: fc.base64String({ maxLength: 8 }),
    }),
    fc.record({ kind: fc.constant("url" as const), url: fc.webUrl() }),
  ),
});
const document = fc
  .record({
    kind: fc.constant("document" as const),
    media: fc.oneof(
      fc.record({
        kind: fc.constant("data" as const),
        mediaType: fc.constant("application/pdf"),
        base64: fc.base64String({ maxLength: 8 }),
      }),
      words.map((said) => ({
        kind: "data" as const,
        mediaType: "text/plain",
        base64: Buffer.from(said).toString("base64"),
      })),
      fc.record({ kind: fc.constant("url" as const), url: fc.webUrl() }),
    ),
    name: fc.option(name, { nil: undefined }),
  })
  .map(tidy);
const userPart: fc.Arbitrary<UserPart> = fc.oneof(text, image, document);

const call = fc
  .record({
    kind: fc.constant("tool-call" as const),
    id,
    name,
    arguments: json.map(JSON.stringify),
  })
  .map(tidy);
const result: fc.Arbitrary<ToolResultPart> = fc
  .record({
    kind: fc.constant("tool-result" as const),
    id,
    content: fc.array(fc.oneof(text, image), { maxLength: 2 }),
    isError: fc.option(fc.constant(true as const), { nil: undefined }),
  })
  .map(tidy);

const ownSeal = (dialect: Seal["dialect"]): fc.Arbitrary<Seal> =>
  fc.base64String({ minLength: 4, maxLength: 16 }).map((value) => ({ dialect, value }));

const thought = (seal: fc.Arbitrary<Seal>): fc.Arbitrary<AssistantPart> =>
  fc.oneof(
    fc.record({ kind: fc.constant("reasoning" as const), text: words, seal }),
    fc.record({
      kind: fc.constant("reasoning" as const),
      text: fc.constant(""),
      seal,
      redacted: fc.constant(true as const),
    }),
  );

/** A user's turn and what came of it: each turn's neighbours are of another role. */
const exchange = (dialect: Seal["dialect"]): fc.Arbitrary<readonly NeutralMessage[]> =>
  fc
    .record({
      user: fc.array(userPart, { minLength: 1, maxLength: 3 }),
      thoughts: fc.array(thought(ownSeal(dialect)), { maxLength: 1 }),
      said: fc.array(fc.oneof(text, call), { minLength: 1, maxLength: 2 }),
      results: fc.array(result, { minLength: 1, maxLength: 2 }),
    })
    .map(({ user, thoughts, said, results }) => [
      { role: "user" as const, parts: user },
      { role: "assistant" as const, parts: [...thoughts, ...said] },
      { role: "tool" as const, parts: results },
    ]);

const tool: fc.Arbitrary<NeutralTool> = fc
  .record({
    name,
    description: fc.option(words, { nil: undefined }),
    schema: fc.constant({ type: "object", properties: { a: { type: "string" } } }),
    cache,
  })
  .map(tidy);

const closed = {
  type: "object",
  properties: { answer: { type: "string" } },
  required: ["answer"],
  additionalProperties: false,
};

/** Requests that say what a dialect with blocks, seals and a system field can say, once each. */
export const requestsOf = (dialect: Seal["dialect"]): fc.Arbitrary<NeutralRequest> =>
  fc
    .record({
      system: fc.array(text, { maxLength: 2 }),
      exchanges: fc.array(exchange(dialect), { minLength: 1, maxLength: 3 }),
      last: fc.array(userPart, { minLength: 1, maxLength: 2 }),
      tools: fc.array(tool, { minLength: 1, maxLength: 2 }),
      toolChoice: fc.option(
        fc.oneof(
          fc.record({ kind: fc.constantFrom("auto" as const, "none" as const, "any" as const) }),
          fc.record({ kind: fc.constant("tool" as const), name }),
        ),
        { nil: undefined },
      ),
      maxOutputTokens: fc.integer({ min: 2_000, max: 60_000 }),
      temperature: fc.option(fc.constantFrom(0, 0.5), { nil: undefined }),
      stop: fc.array(words, { maxLength: 2 }),
      shape: fc.option(fc.constant({ kind: "schema" as const, schema: closed }), {
        nil: undefined,
      }),
      user: fc.option(id, { nil: undefined }),
      stream: fc.boolean(),
    })
    .map(({ system, exchanges, last, ...settings }) =>
      tidy({
        ...settings,
        messages: [
          ...(system.length > 0 ? [{ role: "system" as const, parts: system }] : []),
          // A result and what the user says next are one turn.
          ...exchanges.flat(),
          { role: "user" as const, parts: last },
        ].filter(
          ({ role }, at, all) =>
            role !== "user" || all[at - 1]?.role !== "tool" || at === all.length - 1,
        ),
        choices: 1,
        bound: [],
      }),
    );

const tokens = fc.integer({ min: 0, max: 9_999 }).map((count) => count as Tokens);

const usage: fc.Arbitrary<ProviderUsage> = fc.record({
  tokens: fc.record({
    freshInput: tokens,
    cacheRead: tokens,
    cacheWrite5m: tokens,
    cacheWrite1h: tokens,
    visibleOutput: tokens,
    reasoningOutput: tokens,
  }),
});

/** Answers of one choice, with seals of any dialect. */
export const answers: fc.Arbitrary<NeutralAnswer> = fc
  .record({
    parts: fc.array(
      fc.oneof(
        words.map((said) => ({ kind: "text" as const, text: said })),
        thought(
          fc
            .constantFrom("messages", "gemini", "responses")
            .chain((d) => ownSeal(d as Seal["dialect"])),
        ),
        fc.record({ kind: fc.constant("reasoning" as const), text: words }),
        call,
      ),
      { maxLength: 5 },
    ),
    finish: fc.constantFrom("stop", "length", "context", "pause", "refusal", "tool-calls"),
    usage,
  })
  .map(({ parts, finish, usage: used }) => ({
    choices: [
      {
        parts,
        // Where it called a tool, that is why it stopped.
        finish:
          finish === "stop" && parts.some(({ kind }) => kind === "tool-call")
            ? ("tool-calls" as const)
            : (finish as "stop"),
      },
    ],
    usage: used,
    unsaid: [],
  }));
