import type { ParsedCredential } from "../../../core/catalog/credential-fields";
import type { ProviderId } from "../../../core/catalog/provider-id";
import type { CredentialVerdict } from "../../../core/ports/registry";
import type { PlainKey } from "../../../core/ports/vault";
import { credentialTestMs, verdictOf } from "../../shared/credential-test";
import { testCredential } from "../../shared/providers/test-credential";
import type { CredentialsParts } from "./parts";

/** Asks the provider about what was entered; a role of the gateway's can't be tried from here. */
export const testEntered = async (
  provider: ProviderId,
  { key = "" as PlainKey, settings = {} }: ParsedCredential,
  { testing, now }: Pick<CredentialsParts, "testing" | "now">,
): Promise<CredentialVerdict> => {
  if (provider === "bedrock" && key === "") {
    const message = "bedrock is called by the gateway's own role; save this, and then test it";
    return { at: now(), ok: false, code: "not_testable", message };
  }
  const signal = AbortSignal.timeout(credentialTestMs);
  const test = await testCredential({ provider, key, settings }, { ...testing, signal });
  return verdictOf(provider, test, now());
};
