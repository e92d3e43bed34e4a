import type { ProviderId } from "../../core/catalog/provider-id";
import type { OrganizationId } from "../../core/ids";
import type { SealedKey } from "../../core/ports/access-store";
import type { PlainKey, Sealer, Vault } from "../../core/ports/vault";

export const acme = "Acme00000000" as OrganizationId;
const other = "Other0000000" as OrganizationId;
export const secret = "sk-öffne-dich-🔑" as PlainKey;

export const sealed = (provider: ProviderId, ciphertext: Uint8Array): SealedKey => ({
  provider,
  ciphertext,
});

/** What is sealed opens under its own organization and provider, and under no other. */
export const vaultGuarantees = (
  open: () => { readonly vault: Vault; readonly sealer: Sealer },
): void => {
  test("a sealed key opens to itself", async () => {
    const { vault, sealer } = open();
    const ciphertext = await sealer.seal(acme, "openai", secret);
    expect(await vault.open(acme, sealed("openai", ciphertext))).toBe(secret);
    expect(await vault.open(acme, sealed("openai", ciphertext))).toBe(secret);
  });

  test.each([
    { name: "another organization", organization: other, provider: "openai" as const },
    { name: "another provider", organization: acme, provider: "groq" as const },
  ])("it does not open for $name, also when it was opened before", async (wrong) => {
    const { vault, sealer } = open();
    const ciphertext = await sealer.seal(acme, "openai", secret);
    await vault.open(acme, sealed("openai", ciphertext));
    await expect(
      vault.open(wrong.organization, sealed(wrong.provider, ciphertext)),
    ).rejects.toThrow();
  });

  test("a replaced ciphertext opens to the new key at once", async () => {
    const { vault, sealer } = open();
    const before = await sealer.seal(acme, "openai", secret);
    const after = await sealer.seal(acme, "openai", "sk-new" as PlainKey);
    expect(await vault.open(acme, sealed("openai", before))).toBe(secret);
    expect(await vault.open(acme, sealed("openai", after))).toBe("sk-new");
  });

  test("bytes that were never sealed do not open", async () => {
    const { vault } = open();
    await expect(vault.open(acme, sealed("openai", Buffer.from("nonsense")))).rejects.toThrow();
  });
};
