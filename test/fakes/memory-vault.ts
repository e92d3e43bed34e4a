import type { PlainKey, Sealer, Vault } from "../../core/ports/vault";

/** Seals by wrapping key and context in JSON: it hides nothing, and opens under its context only. */
export const createMemoryVault = (): Vault & Sealer => ({
  seal: async (organization, provider, key) =>
    Buffer.from(JSON.stringify({ organization, provider, key })),
  open: async (organization, { provider, ciphertext }) => {
    const sealed = JSON.parse(Buffer.from(ciphertext).toString("utf8")) as Record<string, string>;
    if (sealed.organization !== organization || sealed.provider !== provider) {
      throw new Error("the credential was sealed under another context");
    }
    return sealed.key as PlainKey;
  },
});
