import { canonicalName } from "../../../core/catalog/canonical-name";
import { providerOf, reachOf } from "../../../scripts/catalog-update/models-dev-provider";
import { purposeOf } from "../../../scripts/catalog-update/purpose-of";

describe("canonicalName", () => {
  test.each([
    ["us.anthropic.claude-sonnet-4-5-20250929-v1:0", "claude-sonnet-4-5"],
    ["anthropic/claude-sonnet-4.5", "claude-sonnet-4-5"],
    ["claude-sonnet-4-5@20250929", "claude-sonnet-4-5"],
    ["anthropic.claude-opus-4-7", "claude-opus-4-7"],
    ["accounts/fireworks/models/glm-5p1", "glm-5-1"],
    ["openai.gpt-oss-120b-1:0", "gpt-oss-120b-1"],
    ["openai/gpt-oss-120b:free", "gpt-oss-120b"],
    ["meta-llama/Llama-3.3-70B-Instruct-Turbo", "llama-3-3-70b-instruct"],
    ["gpt-4o-2024-08-06", "gpt-4o-2024-08-06"],
  ])("%s is %s", (id, name) => {
    expect(canonicalName(id)).toBe(name);
  });
});

describe("whose row it is", () => {
  const azure = "https://my-resource.services.ai.azure.com/anthropic/v1";
  test.each([
    { row: "google", is: "gemini", reach: "own" },
    { row: "amazon-bedrock", is: "bedrock", reach: "own" },
    { row: "openai", is: "openai", reach: "own" },
    { row: "google-vertex", is: undefined, reach: "own" },
    { row: { npm: "@ai-sdk/anthropic", api: azure }, is: "azure", reach: "messages" },
    {
      row: {
        npm: "@ai-sdk/openai-compatible",
        api: "https://my-resource.services.ai.azure.com/models",
      },
      is: "azure",
      reach: "elsewhere",
    },
    {
      row: { npm: "m", api: "https://bedrock-mantle.us-east-1.api.aws/v1" },
      is: "bedrock",
      reach: "elsewhere",
    },
    {
      row: { npm: "m", api: "https://api.cohere.ai/compatibility/v1" },
      is: "cohere",
      reach: "own",
    },
    { row: { npm: "@ai-sdk/google-vertex/anthropic" }, is: undefined, reach: "elsewhere" },
  ])("$row is $is", ({ row, is, reach }) => {
    expect([providerOf(row), reachOf(row)]).toEqual([is, reach]);
  });
});

describe("what a row is for, and how it is spoken to", () => {
  const text = { provider: "openai", reach: "own", input: ["text"], output: ["text"] } as const;
  const responses = { kind: "chat", api: "responses" } as const;
  test.each([
    { id: "gpt-4o", row: {}, is: { kind: "chat" } },
    { id: "text-embedding-3-small", row: {}, is: { kind: "embedding" } },
    { id: "gpt-5.1-codex-mini", row: {}, is: responses },
    { id: "gpt-5.5-pro", row: {}, is: responses },
    { id: "o3-deep-research", row: {}, is: responses },
    { id: "gpt-5-codex", row: { provider: "azure" }, is: responses },
    { id: "openai/gpt-5-pro", row: { provider: "openrouter" }, is: { kind: "chat" } },
    { id: "sonar-deep-research", row: { provider: "perplexity" }, is: { kind: "chat" } },
    {
      id: "claude-opus-4-8",
      row: { provider: "azure", reach: "messages" },
      is: { kind: "chat", api: "messages" },
    },
    { id: "kimi-k2.6", row: { provider: "azure", reach: "elsewhere" }, is: { kind: "other-api" } },
    { id: "gpt-image-1", row: { output: ["image"] }, is: undefined },
    { id: "gemini-2.5-flash-image", row: { output: ["text", "image"] }, is: undefined },
    { id: "whisper-large-v3", row: { input: ["audio"] }, is: undefined },
    { id: "llama-prompt-guard-2-86m", row: { provider: "groq" }, is: undefined },
  ] as const)("$id", ({ id, row, is }) => {
    expect(purposeOf({ ...text, id, ...row })).toEqual(is);
  });
});
