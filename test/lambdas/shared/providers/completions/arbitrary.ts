import fc from "fast-check";
import type { NeutralAnswer, NeutralChoice } from "../../../../../core/chat/neutral/answer";
import type { AssistantPart, UserPart } from "../../../../../core/chat/neutral/part";
import {
  efforts,
  type NeutralMessage,
  type NeutralRequest,
} from "../../../../../core/chat/neutral/request";
import type { Tokens } from "../../../../../core/money/amounts";
import type { ProviderUsage } from "../../../../../core/usage/provider-usage";

const text = fc.string({ minLength: 1, unit: "grapheme" });
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/);
const base64 = fc.base64String({ minLength: 4, maxLength: 16 });

const optional = <T, Keys extends keyof T>(
  shape: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
  requiredKeys: Keys[],
) => fc.record(shape, { requiredKeys });

const textPart = fc.record({ kind: fc.constant("text" as const), text });

const mediaOf = (...types: string[]) =>
  fc.oneof(
    fc.record({
      kind: fc.constant("data" as const),
      mediaType: fc.constantFrom(...types),
      base64,
    }),
    fc.record({ kind: fc.constant("url" as const), url: fc.webUrl() }),
  );

const userPart: fc.Arbitrary<UserPart> = fc.oneof(
  textPart,
  optional(
    {
      kind: fc.constant("image" as const),
      media: mediaOf("image/png", "image/jpeg"),
      detail: fc.constantFrom("low" as const, "high" as const),
    },
    ["kind", "media"],
  ),
  fc.record({
    kind: fc.constant("document" as const),
    media: mediaOf("application/pdf"),
    name: fc.constantFrom("a.pdf", "b.pdf"),
  }),
  fc.record({ kind: fc.constant("audio" as const), base64, format: fc.constant("mp3") }),
);

/** As this dialect can keep them: what was thought, said, refused and called, in that order. */
const assistantParts: fc.Arbitrary<AssistantPart[]> = fc
  .record({
    thought: fc.option(text),
    said: fc.option(text),
    refused: fc.option(text),
    calls: fc.array(fc.record({ id: name, name, arguments: fc.json() }), { maxLength: 3 }),
  })
  .map(({ thought, said, refused, calls }) => [
    ...(thought === null ? [] : [{ kind: "reasoning" as const, text: thought }]),
    ...(said === null ? [] : [{ kind: "text" as const, text: said }]),
    ...(refused === null ? [] : [{ kind: "refusal" as const, text: refused }]),
    ...calls.map((call) => ({ kind: "tool-call" as const, ...call })),
  ]);

const result = fc.record({
  kind: fc.constant("tool-result" as const),
  id: name,
  content: fc.array(textPart, { minLength: 1, maxLength: 2 }),
});

const message: fc.Arbitrary<NeutralMessage> = fc.oneof(
  optional(
    {
      role: fc.constant("system" as const),
      developer: fc.constant(true as const),
      parts: fc.array(textPart, { minLength: 1, maxLength: 2 }),
    },
    ["role", "parts"],
  ),
  optional(
    {
      role: fc.constant("user" as const),
      name,
      parts: fc.array(userPart, { minLength: 1, maxLength: 3 }),
    },
    ["role", "parts"],
  ),
  optional({ role: fc.constant("assistant" as const), name, parts: assistantParts }, [
    "role",
    "parts",
  ]),
  fc.record({
    role: fc.constant("tool" as const),
    parts: fc.array(result, { minLength: 1, maxLength: 2 }),
  }),
);

const schema = fc.constantFrom({ type: "object" }, { type: "array", items: {} });

const tool = optional({ name, description: text, schema, strict: fc.boolean() }, ["name"]);

const unit = fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs);

const toolWords = {
  toolChoice: fc.oneof(
    fc.record({ kind: fc.constantFrom("auto" as const, "none" as const, "any" as const) }),
    fc.record({ kind: fc.constant("tool" as const), name }),
  ),
  parallelToolCalls: fc.boolean(),
};

const settings = {
  maxOutputTokens: fc.integer({ min: 1, max: 100_000 }),
  temperature: unit,
  topP: unit,
  topK: fc.integer({ min: 1, max: 100 }),
  frequencyPenalty: unit,
  presencePenalty: unit,
  seed: fc.nat(),
  logprobs: fc.record({ top: fc.integer({ min: 0, max: 20 }) }),
  reasoning: fc.record({ effort: fc.constantFrom(...efforts) }),
  shape: fc.oneof(
    fc.record({ kind: fc.constant("json" as const) }),
    optional(
      {
        kind: fc.constant("schema" as const),
        name,
        description: text,
        schema,
        strict: fc.boolean(),
      },
      ["kind", "name", "schema"],
    ),
  ),
  verbosity: fc.constantFrom("low", "high"),
  user: name,
};

/** Results that follow each other stand in one message: so the conversation has no two in a row. */
const withoutNeighbours = (messages: NeutralMessage[]): NeutralMessage[] =>
  messages.filter(({ role }, at) => role !== "tool" || messages[at - 1]?.role !== "tool");

/** All that this dialect can say. */
export const neutralRequest: fc.Arbitrary<NeutralRequest> = fc
  .tuple(
    fc.record(settings, { requiredKeys: [] }),
    fc.record(toolWords, { requiredKeys: [] }),
    fc.record({
      messages: fc.array(message, { minLength: 1, maxLength: 5 }).map(withoutNeighbours),
      tools: fc.array(tool, { maxLength: 2 }),
      stop: fc.array(text, { maxLength: 4 }),
      choices: fc.integer({ min: 1, max: 3 }),
      stream: fc.boolean(),
      bound: fc.constant([]),
    }),
  )
  .map(([said, ofTools, request]) => ({
    ...request,
    ...said,
    // What is said of tools goes with tools alone.
    ...(request.tools.length > 0 && ofTools),
  }));

const tokens = fc.nat({ max: 10_000 }).map((count) => count as Tokens);

const usage: fc.Arbitrary<ProviderUsage> = optional(
  {
    tokens: fc.record({
      freshInput: tokens,
      cacheRead: tokens,
      cacheWrite5m: tokens,
      cacheWrite1h: fc.constant(0 as Tokens),
      visibleOutput: tokens,
      reasoningOutput: tokens,
    }),
    serviceTier: fc.constant("flex"),
  },
  ["tokens"],
);

const logprob = fc.record({ token: text, logprob: fc.constantFrom(-0.5, -1, -2) });
const tokenLogprob = fc.record({
  token: text,
  logprob: fc.constantFrom(-0.25, -3),
  bytes: fc.constantFrom(null, [1, 2]),
  top_logprobs: fc.array(logprob, { maxLength: 2 }),
});

const choice: fc.Arbitrary<NeutralChoice> = fc
  .tuple(
    assistantParts,
    fc.constantFrom("stop" as const, "length" as const, "content-filter" as const),
    fc.option(fc.array(tokenLogprob, { minLength: 1, maxLength: 3 })),
  )
  .map(([parts, finish, logprobs]) => ({
    parts,
    finish: parts.some(({ kind }) => kind === "tool-call") ? "tool-calls" : finish,
    ...(logprobs && parts.some(({ kind }) => kind === "text") && { logprobs }),
  }));

/** All that an answer of this dialect can say. */
export const neutralAnswer: fc.Arbitrary<NeutralAnswer> = optional(
  {
    choices: fc.array(choice, { minLength: 1, maxLength: 3 }),
    usage,
    unsaid: fc.constant([]),
  },
  ["choices", "unsaid"],
);
