import type { ProviderId } from "../core/catalog/provider-id";
import type { PlainKey } from "../core/ports/vault";
import {
  type CredentialTestParts,
  testCredential,
} from "../lambdas/shared/providers/test-credential";
import type { Settings } from "./settings";

/** Nobody waits for longer to hear that a key is wrong. */
const patienceMs = 3_000;

/** Says of each key that the environment gave whether its provider takes it, as it becomes known. */
export const reportCredentials = async (
  { apiKeys, accounts }: Pick<Settings, "apiKeys" | "accounts">,
  parts: Omit<CredentialTestParts, "signal">,
  print: (line: string) => void,
): Promise<void> => {
  const given = Object.entries(apiKeys) as [ProviderId, string][];
  await Promise.all(
    given.map(async ([provider, text]) => {
      const key = text.trim() as PlainKey;
      const settings = accounts[provider] ?? {};
      const signal = AbortSignal.timeout(patienceMs);
      const result = await testCredential({ provider, key, settings }, { ...parts, signal });
      print(result.ok ? `${provider}: key accepted` : result.message);
    }),
  );
};
