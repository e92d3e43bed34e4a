import type { CredentialAnswer } from "../../../../core/contract/credentials";
import { orderCredentials } from "../../../../frontend/src/pages/credentials/order-credentials";

const credential = (
  provider: CredentialAnswer["provider"],
  status: CredentialAnswer["status"],
): CredentialAnswer => ({
  provider,
  status,
  last4: "4242",
  settings: {},
  models: 1,
  updatedAt: "2026-11-01T00:00:00.000Z",
  tested: null,
});

test("failing ones are first, then untested ones, then the rest by name", () => {
  const ordered = orderCredentials([
    credential("anthropic", "works"),
    credential("openai", "untested"),
    credential("xai", "failing"),
    credential("bedrock", "role"),
    credential("groq", "failing"),
  ]);
  expect(ordered.map(({ provider }) => provider)).toEqual([
    "groq",
    "xai",
    "openai",
    "anthropic",
    "bedrock",
  ]);
});
