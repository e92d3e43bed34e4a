import { canonicalName } from "../../../core/catalog/canonical-name";
import { kindOf } from "../../../scripts/catalog-update/kind-of";
import { dialectOf, providerOf } from "../../../scripts/catalog-update/models-dev-provider";

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
    { row: "google", is: "gemini", dialect: "own" },
    { row: "amazon-bedrock", is: "bedrock", dialect: "own" },
    { row: "openai", is: "openai", dialect: "own" },
    { row: "google-vertex", is: undefined, dialect: "own" },
    { row: { npm: "@ai-sdk/anthropic", api: azure }, is: "azure", dialect: "other" },
    {
      row: { npm: "m", api: "https://bedrock-mantle.us-east-1.api.aws/v1" },
      is: "bedrock",
      dialect: "other",
    },
    {
      row: { npm: "m", api: "https://api.cohere.ai/compatibility/v1" },
      is: "cohere",
      dialect: "own",
    },
    { row: { npm: "@ai-sdk/google-vertex/anthropic" }, is: undefined, dialect: "other" },
  ])("$row is $is", ({ row, is, dialect }) => {
    expect([providerOf(row), dialectOf(row)]).toEqual([is, dialect]);
  });
});

describe("kindOf", () => {
  const text = { provider: "openai", ownDialect: true, input: ["text"], output: ["text"] } as const;
  test.each([
    { id: "gpt-4o", row: {}, is: "chat" },
    { id: "text-embedding-3-small", row: {}, is: "embedding" },
    { id: "gpt-5.1-codex-mini", row: {}, is: "other-api" },
    { id: "gpt-5.5-pro", row: {}, is: "other-api" },
    { id: "openai/gpt-5-pro", row: { provider: "openrouter" }, is: "chat" },
    { id: "sonar-deep-research", row: { provider: "perplexity" }, is: "chat" },
    { id: "claude-opus-4-8", row: { provider: "azure", ownDialect: false }, is: "other-api" },
    { id: "gpt-image-1", row: { output: ["image"] }, is: undefined },
    { id: "gemini-2.5-flash-image", row: { output: ["text", "image"] }, is: undefined },
    { id: "whisper-large-v3", row: { input: ["audio"] }, is: undefined },
    { id: "llama-prompt-guard-2-86m", row: { provider: "groq" }, is: undefined },
  ] as const)("$id is $is", ({ id, row, is }) => {
    expect(kindOf({ ...text, id, ...row })).toBe(is);
  });
});
