/** What becomes of the one request that is passed on to each provider of the family. */
export type FamilyFixture = {
  readonly url: string;
  readonly auth: Readonly<Record<string, string>>;
  /** The fields that differ from how the request was written; undefined ones are gone. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What comes before the answer of an earlier turn, and how it says what was thought. */
  readonly system: "developer" | "system";
  readonly thoughts: Readonly<Record<string, unknown>>;
};

const bearer = { authorization: "Bearer secret" };
const older = { max_completion_tokens: undefined, max_tokens: 100 };
const uncounted = { stream_options: undefined };
const noHints = { user: undefined, store: undefined, metadata: undefined };
const counted = { stream_options: { include_usage: true } };
const low = { reasoning_effort: "low" };

/** A row each: who adds a provider adds one here. */
export const fixtures: Readonly<Record<string, FamilyFixture>> = {
  openai: {
    url: "https://api.openai.com/v1/chat/completions",
    auth: bearer,
    body: counted,
    system: "developer",
    thoughts: {},
  },
  azure: {
    url: "https://acme.openai.azure.com/openai/v1/chat/completions",
    auth: { "api-key": "secret" },
    body: { ...counted, model: "m-deployed" },
    system: "developer",
    thoughts: {},
  },
  mistral: {
    url: "https://api.mistral.ai/v1/chat/completions",
    auth: bearer,
    body: {
      ...older,
      ...uncounted,
      seed: undefined,
      random_seed: 7,
      user: undefined,
      store: undefined,
    },
    system: "system",
    thoughts: {
      content: [
        { type: "thinking", thinking: [{ type: "text", text: "hm" }] },
        { type: "text", text: "hello" },
      ],
    },
  },
  groq: {
    url: "https://api.groq.com/openai/v1/chat/completions",
    auth: bearer,
    body: { ...counted, ...low, store: undefined, metadata: undefined },
    system: "system",
    thoughts: { reasoning: "hm" },
  },
  deepseek: {
    url: "https://api.deepseek.com/chat/completions",
    auth: bearer,
    body: { ...older, ...counted },
    system: "system",
    thoughts: { reasoning_content: "hm" },
  },
  xai: {
    url: "https://api.x.ai/v1/chat/completions",
    auth: bearer,
    body: { ...counted, ...low },
    system: "system",
    thoughts: {},
  },
  together: {
    url: "https://api.together.xyz/v1/chat/completions",
    auth: bearer,
    body: { ...older, ...counted, ...low },
    system: "system",
    thoughts: { reasoning_content: "hm" },
  },
  fireworks: {
    url: "https://api.fireworks.ai/inference/v1/chat/completions",
    auth: bearer,
    body: { ...counted, ...low },
    system: "system",
    thoughts: { reasoning_content: "hm" },
  },
  openrouter: {
    url: "https://openrouter.ai/api/v1/chat/completions",
    auth: bearer,
    body: counted,
    system: "developer",
    thoughts: { reasoning_content: "hm" },
  },
  cohere: {
    url: "https://api.cohere.ai/compatibility/v1/chat/completions",
    auth: bearer,
    body: { ...older, ...uncounted, ...noHints },
    system: "developer",
    thoughts: {},
  },
  perplexity: {
    url: "https://api.perplexity.ai/chat/completions",
    auth: bearer,
    body: { ...older, ...uncounted, ...noHints },
    system: "system",
    thoughts: {},
  },
  cerebras: {
    url: "https://api.cerebras.ai/v1/chat/completions",
    auth: bearer,
    body: { ...counted, ...low, store: undefined, metadata: undefined },
    system: "developer",
    thoughts: { reasoning: "hm" },
  },
  custom: {
    url: "https://llm.example.com/v1/chat/completions",
    auth: bearer,
    body: counted,
    system: "system",
    thoughts: { reasoning_content: "hm" },
  },
  sandbox: {
    url: "http://127.0.0.1:1/v1/chat/completions",
    auth: bearer,
    body: counted,
    system: "developer",
    thoughts: { reasoning_content: "hm" },
  },
};
