import type { KeyId, OrganizationId } from "../../core/ids";
import type {
  AccessStore,
  KeyRecord,
  OrganizationSettings,
  SealedCredential,
} from "../../core/ports/access-store";
import type { Registry } from "../../core/ports/registry";
import { freshOrganization } from "./cloud";

const keyId = "Key0000001" as KeyId;

export const keyRecord = (fields: Partial<KeyRecord> = {}): KeyRecord => ({
  id: keyId,
  hash: "ab".repeat(32),
  name: "production",
  environment: "production",
  last4: "wxyz",
  createdAt: 1_795_000_000_000,
  ...fields,
});

export const settingsOf = (
  id: OrganizationId,
  fields: Partial<OrganizationSettings> = {},
): OrganizationSettings => ({
  id,
  name: "Acme",
  timeZone: "Europe/Berlin",
  routingMode: "balanced",
  disabledOffers: [],
  priceOverrides: {},
  ...fields,
});

const credential = (
  provider: SealedCredential["provider"],
  fields: Partial<SealedCredential> = {},
): SealedCredential => ({
  provider,
  ciphertext: Uint8Array.from([0, 1, 2, 255]),
  last4: "1234",
  updatedAt: 1_795_000_000_001,
  ...fields,
});

const everySetting: Partial<OrganizationSettings> = {
  budget: { dailyMicroUsd: 5_000_000, monthlyMicroUsd: 90_000_000 },
  requestsPerMinute: 600,
  baselineModel: "openai/gpt-4o",
  disabledOffers: ["groq/llama-3.1-8b-instant"],
  priceOverrides: {
    "openai/gpt-4o": {
      tiers: [{ aboveInputTokens: 0, input: 1_000, output: 2_000, cacheRead: 0 }],
      source: "contract",
      takenOn: "2026-11-01",
    } as unknown as OrganizationSettings["priceOverrides"]["openai/gpt-4o"],
  },
};

/** What a registry writes an access store reads, at once and whole. */
export const accessGuarantees = (
  open: () => { readonly access: AccessStore; readonly registry: Registry },
): void => {
  const prepare = async () => {
    const { access, registry } = open();
    const organization = freshOrganization();
    await registry.putOrganization(settingsOf(organization));
    await registry.putKey(organization, keyRecord());
    const read = (key = keyId) => access.read(organization, key);
    const providers = async () => (await read()).credentials.map((one) => one.provider).sort();
    return { access, registry, organization, read, providers };
  };

  test("an unknown organization is an empty answer", async () => {
    const { access } = open();
    const nobody = freshOrganization();
    expect(await access.read(nobody, keyId)).toEqual({ credentials: [] });
  });

  test("an unknown key of a known organization brings its settings and no key", async () => {
    const { organization, read } = await prepare();
    expect(await read("Key0000009" as KeyId)).toEqual({
      organization: settingsOf(organization),
      credentials: [],
    });
  });

  test("settings and keys come back with every field", async () => {
    const { registry, organization, read } = await prepare();
    const settings = settingsOf(organization, everySetting);
    const key = keyRecord({
      budget: { dailyMicroUsd: 1 },
      requestsPerMinute: 1,
      expiresAt: 1_900_000_000_000,
      routingMode: "off",
      cascade: true,
    });
    await registry.putOrganization(settings);
    await registry.putKey(organization, key);
    expect(await read()).toEqual({ organization: settings, key, credentials: [] });
  });

  test("a key is read under its own organization only", async () => {
    const { access } = await prepare();
    const other = await prepare();
    await other.registry.putKey(other.organization, keyRecord({ id: "Key0000002" as KeyId }));
    const { organization } = await prepare();
    expect((await access.read(organization, "Key0000002" as KeyId)).key).toBeUndefined();
  });

  test("revoking counts at once, and the first time stands", async () => {
    const { registry, organization, read } = await prepare();
    await registry.revokeKey(organization, keyId, 100);
    await registry.revokeKey(organization, keyId, 200);
    expect((await read()).key).toEqual(keyRecord({ revokedAt: 100 }));
  });

  test("revoking an unknown key makes no key", async () => {
    const { registry, organization, read } = await prepare();
    const unknown = "Key0000009" as KeyId;
    await registry.revokeKey(organization, unknown, 100);
    expect((await read(unknown)).key).toBeUndefined();
    expect(await registry.listKeys(organization)).toEqual([keyRecord()]);
  });

  test("all keys are listed, however many, the revoked ones too", async () => {
    const { registry, organization } = await prepare();
    const ids = Array.from({ length: 30 }, (_, at) => `Key00001${String(at).padStart(2, "0")}`);
    await Promise.all(
      ids.map((id) => registry.putKey(organization, keyRecord({ id: id as KeyId }))),
    );
    await registry.revokeKey(organization, keyId, 5);
    const listed = await registry.listKeys(organization);
    expect(listed.map(({ id }) => id).sort()).toEqual([keyId, ...ids].sort());
    expect(listed.find(({ id }) => id === keyId)?.revokedAt).toBe(5);
  });

  test("a credential is added, replaced and removed by its provider", async () => {
    const { registry, organization, read, providers } = await prepare();
    await registry.putCredential(organization, credential("openai"));
    await registry.putCredential(organization, credential("mistral"));
    const replaced = credential("openai", { ciphertext: Uint8Array.from([9]), last4: "9999" });
    await registry.putCredential(organization, replaced);
    const { credentials } = await read();
    const openai = credentials.find(({ provider }) => provider === "openai");
    expect({ ...openai, ciphertext: [...(openai?.ciphertext ?? [])] }).toEqual({
      ...replaced,
      ciphertext: [9],
    });
    await registry.removeCredential(organization, "openai");
    expect(await providers()).toEqual(["mistral"]);
  });

  test("a credential comes back with its settings, also where it has no key", async () => {
    const { registry, organization, read } = await prepare();
    const azure = credential("azure", {
      settings: { resource: "acme-eu", deployments: { "gpt-4o": "chat", "gpt-4o-mini": "small" } },
    });
    const custom = credential("custom", { settings: { baseUrl: "https://llm.example.com/v1" } });
    const { ciphertext: _, ...bedrock } = credential("bedrock", {
      settings: { region: "eu-central-1" },
      last4: "",
    });
    for (const one of [azure, custom, bedrock]) await registry.putCredential(organization, one);
    const { credentials } = await read();
    const stored = credentials.map(({ ciphertext, ...rest }) => ({
      ...rest,
      ...(ciphertext && { ciphertext: [...ciphertext] }),
    }));
    expect(stored).toHaveLength(3);
    const ciphertext = [0, 1, 2, 255];
    expect(stored).toEqual(
      expect.arrayContaining([{ ...azure, ciphertext }, { ...custom, ciphertext }, bedrock]),
    );
  });

  test("replacing a credential leaves nothing of the one before", async () => {
    const { registry, organization, read } = await prepare();
    await registry.putCredential(organization, credential("bedrock"));
    const { ciphertext: _, ...keyless } = credential("bedrock", { last4: "" });
    await registry.putCredential(organization, { ...keyless, settings: { region: "us-east-1" } });
    await registry.putCredential(organization, keyless);
    expect((await read()).credentials).toEqual([keyless]);
  });

  test("removing a credential twice, or one that never was, is no error", async () => {
    const { registry, organization, providers } = await prepare();
    await registry.removeCredential(organization, "openai");
    await registry.putCredential(organization, credential("openai"));
    await registry.removeCredential(organization, "openai");
    await registry.removeCredential(organization, "openai");
    expect(await providers()).toEqual([]);
  });

  test("credentials written at the same time are all kept", async () => {
    const { registry, organization, providers } = await prepare();
    const all = ["openai", "anthropic", "gemini", "groq", "mistral", "xai"] as const;
    await Promise.all(all.map((one) => registry.putCredential(organization, credential(one))));
    expect(await providers()).toEqual([...all].sort());
  });

  test("a credential written while another is removed is kept", async () => {
    const { registry, organization, providers } = await prepare();
    await registry.putCredential(organization, credential("openai"));
    await Promise.all([
      registry.removeCredential(organization, "openai"),
      registry.putCredential(organization, credential("groq")),
    ]);
    expect(await providers()).toEqual(["groq"]);
  });
};
