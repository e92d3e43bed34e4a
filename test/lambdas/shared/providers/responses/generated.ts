import * as fc from "fast-check";
import type { NeutralAnswer } from "../../../../../core/chat/neutral/answer";
import type { FinishReason, TokenLogprob } from "../../../../../core/chat/neutral/event";
import type {
  AssistantPart,
  DocumentPart,
  ImagePart,
  Media,
  TextPart,
} from "../../../../../core/chat/neutral/part";
import {
  efforts,
  type NeutralMessage,
  type NeutralRequest,
} from "../../../../../core/chat/neutral/request";
import type { Tokens } from "../../../../../core/money/amounts";

const text = fc.string({ unit: "grapheme", maxLength: 30 });
const name = fc.stringMatching(/^[a-z_]{1,12}$/);
const callId = fc.stringMatching(/^call_[a-z0-9]{1,12}$/);
const value = fc.stringMatching(/^[A-Za-z0-9+/=]{1,30}$/);

const data = (mediaType: string): fc.Arbitrary<Media> =>
  fc.base64String({ minLength: 4 }).map((base64) => ({ kind: "data", mediaType, base64 }));
const url: fc.Arbitrary<Media> = fc.webUrl().map((address) => ({ kind: "url", url: address }));

const textPart: fc.Arbitrary<TextPart> = fc.record({ kind: fc.constant("text" as const), text });

const imagePart: fc.Arbitrary<ImagePart> = fc.record(
  {
    kind: fc.constant("image" as const),
    media: fc.oneof(data("image/png"), url),
    detail: fc.constantFrom("low" as const, "high" as const),
  },
  { requiredKeys: ["kind", "media"] },
);

/** Bytes have a name here, addresses none. */
const documentPart: fc.Arbitrary<DocumentPart> = fc.oneof(
  fc.record({ kind: fc.constant("document" as const), media: url }),
  fc.record({
    kind: fc.constant("document" as const),
    media: fc.oneof(data("application/pdf"), data("text/plain")),
    name: name.map((file) => `${file}.pdf`),
  }),
);

const inputParts = fc.array(fc.oneof(textPart, imagePart, documentPart), {
  minLength: 1,
  maxLength: 3,
});

const call = fc.record({
  kind: fc.constant("tool-call" as const),
  id: callId,
  name,
  arguments: fc.oneof(fc.json({ maxDepth: 1 }), fc.constant('{"half')),
});

const seal = fc.record({ dialect: fc.constant("responses" as const), value });

const refusal = fc.record({ kind: fc.constant("refusal" as const), text });

const history: fc.Arbitrary<AssistantPart> = fc.oneof(
  textPart,
  refusal,
  call,
  fc.record({ kind: fc.constant("reasoning" as const), text, seal }),
);

const message: fc.Arbitrary<NeutralMessage> = fc.oneof(
  fc.record({
    role: fc.constant("system" as const),
    parts: fc.array(textPart, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    role: fc.constant("system" as const),
    developer: fc.constant(true as const),
    parts: fc.array(textPart, { minLength: 1, maxLength: 1 }),
  }),
  fc.record({ role: fc.constant("user" as const), parts: inputParts }),
  fc.record({
    role: fc.constant("assistant" as const),
    parts: fc.array(history, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    role: fc.constant("tool" as const),
    parts: fc.array(
      fc.record({ kind: fc.constant("tool-result" as const), id: callId, content: inputParts }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
);

/** Items know no bounds between neighbours of the model, or of its tools. */
const separate = (messages: readonly NeutralMessage[]): readonly NeutralMessage[] =>
  messages.filter(
    ({ role }, at) => (role !== "assistant" && role !== "tool") || messages[at - 1]?.role !== role,
  );

const schema = fc.constantFrom({ type: "object" }, { type: "object", required: ["a"] });

const tool = fc.record(
  { name, description: text, schema, strict: fc.boolean() },
  { requiredKeys: ["name", "schema", "strict"] },
);

const reasoning = fc
  .record(
    { effort: fc.constantFrom(...efforts), shown: fc.constant(true as const) },
    { requiredKeys: [] },
  )
  .filter((said) => Object.keys(said).length > 0);

const shape = fc.oneof(
  fc.record({ kind: fc.constant("json" as const) }),
  fc.record(
    { kind: fc.constant("schema" as const), name, description: text, schema, strict: fc.boolean() },
    { requiredKeys: ["kind", "name", "schema"] },
  ),
);

const choice = fc.oneof(
  fc.constantFrom(...(["auto", "none", "any"] as const).map((kind) => ({ kind }))),
  fc.record({ kind: fc.constant("tool" as const), name }),
);

/** Requests that Responses can say whole. */
export const generatedRequest: fc.Arbitrary<NeutralRequest> = fc.record(
  {
    messages: fc.array(message, { minLength: 1, maxLength: 5 }).map(separate),
    tools: fc.array(tool, { minLength: 1, maxLength: 2 }),
    toolChoice: choice,
    parallelToolCalls: fc.boolean(),
    maxOutputTokens: fc.integer({ min: 16, max: 10_000 }),
    temperature: fc.double({ min: 0, max: 2, noNaN: true }).map((t) => t + 0),
    topP: fc.double({ min: 0, max: 1, noNaN: true }).map((p) => p + 0),
    stop: fc.constant([]),
    choices: fc.constant(1),
    logprobs: fc.record({ top: fc.integer({ min: 0, max: 20 }) }),
    reasoning,
    shape,
    verbosity: fc.constantFrom("low", "high"),
    user: name,
    stream: fc.boolean(),
    bound: fc.constant([]),
  },
  { requiredKeys: ["messages", "tools", "stop", "choices", "stream", "bound"] },
);

const count = fc.integer({ min: 0, max: 100_000 }).map((tokens) => tokens as Tokens);

const logprob: fc.Arbitrary<TokenLogprob> = fc.record({
  token: text,
  logprob: fc.double({ min: -20, max: 0, noNaN: true }).map((p) => p + 0),
  bytes: fc.array(fc.nat(255), { maxLength: 3 }),
  top_logprobs: fc.constant([]),
});

const foreign = fc.record({
  dialect: fc.constantFrom("messages" as const, "gemini" as const),
  value,
});
const someText = text.filter((words) => words !== "");

const answered: fc.Arbitrary<AssistantPart> = fc.oneof(
  textPart,
  refusal,
  call,
  call.chain((part) => foreign.map((own) => ({ ...part, seal: own }))),
  fc.record({ kind: fc.constant("reasoning" as const), text: someText }),
  fc.record({ kind: fc.constant("reasoning" as const), text, seal: foreign }),
  fc.record({
    kind: fc.constant("reasoning" as const),
    text: fc.constant(""),
    seal: foreign,
    redacted: fc.constant(true as const),
  }),
);

/** Endings that this dialect tells apart. */
const finish = fc.constantFrom<FinishReason>("stop", "length", "content-filter");

/** Answers of other dialects. */
export const generatedAnswer: fc.Arbitrary<NeutralAnswer> = fc
  .record({
    parts: fc.array(answered, { minLength: 1, maxLength: 6 }),
    finish,
    logprobs: fc.option(fc.array(logprob, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    tokens: fc.record({
      freshInput: count,
      cacheRead: count,
      cacheWrite5m: count,
      cacheWrite1h: fc.constant(0 as Tokens),
      visibleOutput: count,
      reasoningOutput: count,
    }),
  })
  .map(({ parts, finish: ending, logprobs, tokens }) => {
    const calls = parts.some(({ kind }) => kind === "tool-call");
    const speaks = parts.some(({ kind }) => kind === "text");
    return {
      choices: [
        {
          parts,
          finish: ending === "stop" && calls ? "tool-calls" : ending,
          ...(logprobs && speaks && { logprobs }),
        },
      ],
      usage: { tokens },
      unsaid: [],
    };
  });
