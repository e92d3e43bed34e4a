import type { ProviderId } from "../core/catalog/provider-id";
import type { PlainKey } from "../core/ports/vault";
import {
  type CredentialTestParts,
  testCredential,
} from "../lambdas/shared/providers/test-credential";
import { missingVariables } from "./missing-variables";
import type { Settings } from "./settings";

/** Nobody waits for longer to hear that a key is wrong. */
const patienceMs = 3_000;

type Given = Pick<Settings, "apiKeys" | "accounts">;

/** Undefined where there is nothing to say: an account that takes no key is not tested. */
const reportOn = async (
  provider: ProviderId,
  given: Given,
  parts: Omit<CredentialTestParts, "signal">,
): Promise<string | undefined> => {
  const missing = missingVariables(provider, given);
  if (missing.length > 0) {
    return `${provider}: set ${missing.join(" and ")} as well; what is set for it is of no use alone`;
  }
  const key = given.apiKeys[provider]?.trim() as PlainKey | undefined;
  if (key === undefined) return undefined;
  const settings = given.accounts[provider] ?? {};
  const signal = AbortSignal.timeout(patienceMs);
  const result = await testCredential({ provider, key, settings }, { ...parts, signal });
  return result.ok ? `${provider}: key accepted` : result.message;
};

/**
 * Says of each provider that the environment names whether its key is accepted, or what is missing,
 * a line each as it becomes known.
 */
export const reportCredentials = async (
  given: Given,
  parts: Omit<CredentialTestParts, "signal">,
  print: (line: string) => void,
): Promise<void> => {
  const named = Object.keys({ ...given.apiKeys, ...given.accounts }) as ProviderId[];
  await Promise.all(
    named.map(async (provider) => {
      const line = await reportOn(provider, given, parts);
      if (line !== undefined) print(line);
    }),
  );
};
