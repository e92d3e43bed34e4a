import { promptCachingOf } from "../../../core/routing/prompt-caching";

test.each([
  { provider: "openai", id: "gpt-4o", kind: "sure" },
  { provider: "openai", id: "gpt-4o-mini", kind: "sure" },
  { provider: "openai", id: "gpt-4.1", kind: "sure" },
  { provider: "openai", id: "gpt-6-sol", kind: "sure" },
  { provider: "openai", id: "o3", kind: "sure" },
  { provider: "openai", id: "gpt-4-turbo", kind: undefined },
  { provider: "openai", id: "gpt-4", kind: undefined },
  { provider: "openai", id: "gpt-3.5-turbo", kind: undefined },
  { provider: "openai", id: "gpt-4o-2024-05-13", kind: undefined },
  { provider: "azure", id: "gpt-4o", kind: "sure" },
  { provider: "azure", id: "grok-4", kind: undefined },
  { provider: "anthropic", id: "claude-sonnet-4-5", kind: "on-request" },
  { provider: "bedrock", id: "anthropic.claude-sonnet-4-5", kind: "on-request" },
  { provider: "gemini", id: "gemini-2.5-flash", kind: "best-effort" },
  { provider: "deepseek", id: "deepseek-chat", kind: "sure" },
  { provider: "xai", id: "grok-4", kind: "best-effort" },
  { provider: "sandbox", id: "sandbox-small", kind: "sure" },
  { provider: "cohere", id: "command-a", kind: undefined },
  { provider: "perplexity", id: "sonar", kind: undefined },
  { provider: "cerebras", id: "gpt-oss-120b", kind: undefined },
  { provider: "custom", id: "whatever", kind: undefined },
] as const)("$provider/$id: $kind", ({ provider, id, kind }) => {
  expect(promptCachingOf({ provider, id })?.kind).toBe(kind);
});
