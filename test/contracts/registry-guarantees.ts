import type { KeyId } from "../../core/ids";
import type { AccessStore, OrganizationSettings } from "../../core/ports/access-store";
import type { Registry, StoredCredential } from "../../core/ports/registry";
import { keyRecord, settingsOf } from "./access-store-guarantees";
import { freshOrganization } from "./cloud";

const keyId = keyRecord().id;
const nobodysKey = "Key0000009" as KeyId;

const stored: StoredCredential = {
  provider: "openai",
  ciphertext: Uint8Array.from([0, 1, 2, 255]),
  last4: "1234",
  updatedAt: 1_795_000_000_001,
};
const refused = {
  at: 1_795_000_000_500,
  ok: false,
  code: "refused",
  message: "openai refused the key (401)",
} as const;

/** What the control plane may count on, whoever else writes at the same time. */
export const registryGuarantees = (
  open: () => { readonly access: AccessStore; readonly registry: Registry },
): void => {
  const prepare = async (fields: Partial<OrganizationSettings> = {}) => {
    const { access, registry } = open();
    const organization = freshOrganization();
    await registry.putOrganization(settingsOf(organization, fields));
    await registry.putKey(organization, keyRecord());
    return { access, registry, organization };
  };

  describe("an organization", () => {
    test("is found with its settings, the newest of them too; an unknown one is not", async () => {
      const { registry, organization } = await prepare({ retentionDays: 30, promptStorage: true });
      expect(await registry.findOrganization(organization)).toEqual(
        settingsOf(organization, { retentionDays: 30, promptStorage: true }),
      );
      expect(await registry.findOrganization(freshOrganization())).toBeUndefined();
    });

    test("changed in different fields at the same time keeps every change", async () => {
      const { registry, organization } = await prepare();
      const offers = Array.from({ length: 12 }, (_, at) => `openai/model-${at}` as const);
      await Promise.all([
        ...offers.map((offer) =>
          registry.updateOrganization(organization, (present) => ({
            ...present,
            disabledOffers: [...present.disabledOffers, offer],
          })),
        ),
        registry.updateOrganization(organization, (present) => ({ ...present, name: "Renamed" })),
        registry.updateOrganization(organization, (present) => ({
          ...present,
          requestsPerMinute: 7,
        })),
      ]);
      const now = await registry.findOrganization(organization);
      expect(now).toMatchObject({ name: "Renamed", requestsPerMinute: 7, routingMode: "balanced" });
      expect([...(now?.disabledOffers ?? [])].sort()).toEqual([...offers].sort());
    });

    test("answers an update with what it became, and an unknown one with nothing", async () => {
      const { registry, organization } = await prepare();
      const cheap = (present: OrganizationSettings) => ({
        ...present,
        routingMode: "cost" as const,
      });
      expect(await registry.updateOrganization(organization, cheap)).toEqual(
        settingsOf(organization, { routingMode: "cost" }),
      );
      const unknown = freshOrganization();
      expect(await registry.updateOrganization(unknown, cheap)).toBeUndefined();
      expect(await registry.findOrganization(unknown)).toBeUndefined();
    });

    test("whose change throws stays as it was", async () => {
      const { registry, organization } = await prepare();
      const refuse = () => {
        throw new Error("not so");
      };
      await expect(registry.updateOrganization(organization, refuse)).rejects.toThrow("not so");
      expect(await registry.findOrganization(organization)).toEqual(settingsOf(organization));
    });

    test("is deactivated once, for who authenticates as well, and no update undoes it", async () => {
      const { access, registry, organization } = await prepare();
      await registry.deactivateOrganization(organization, 100);
      await registry.deactivateOrganization(organization, 200);
      await registry.updateOrganization(organization, (present) => ({ ...present, name: "Still" }));
      const settings = settingsOf(organization, { name: "Still", deactivatedAt: 100 });
      expect(await registry.findOrganization(organization)).toEqual(settings);
      expect((await access.read(organization, keyId)).organization).toEqual(settings);
    });

    test("that is unknown is not made by deactivating it", async () => {
      const { registry } = await prepare();
      const unknown = freshOrganization();
      await registry.deactivateOrganization(unknown, 100);
      expect(await registry.findOrganization(unknown)).toBeUndefined();
    });
  });

  describe("a key", () => {
    test("is added under an id that is free, and never in another's place", async () => {
      const { registry, organization } = await prepare();
      const other = keyRecord({ hash: "cd".repeat(32), name: "other" });
      expect(await registry.addKey(organization, other)).toBe("taken");
      expect(await registry.findKey(organization, keyId)).toEqual(keyRecord());
      const free = { ...other, id: nobodysKey };
      expect(await registry.addKey(organization, free)).toBe("added");
      expect(await registry.findKey(organization, nobodysKey)).toEqual(free);
    });

    test("of two added under one id at the same time one is kept", async () => {
      const { registry, organization } = await prepare();
      const two = ["one", "two"].map((name) => keyRecord({ id: nobodysKey, name }));
      const said = await Promise.all(two.map((key) => registry.addKey(organization, key)));
      expect([...said].sort()).toEqual(["added", "taken"]);
      const kept = two[said.indexOf("added")];
      expect(await registry.findKey(organization, nobodysKey)).toEqual(kept);
    });

    test("comes back with who made it and how long it keeps prompts, to both readers", async () => {
      const { access, registry, organization } = await prepare();
      const key = keyRecord({ createdBy: "ada@example.com", storePromptsDays: 14 });
      await registry.putKey(organization, key);
      expect(await registry.findKey(organization, keyId)).toEqual(key);
      expect((await access.read(organization, keyId)).key).toEqual(key);
    });

    test("is found in its own organization only", async () => {
      const { registry } = await prepare();
      const other = await prepare();
      await other.registry.addKey(other.organization, keyRecord({ id: nobodysKey }));
      const { organization } = await prepare();
      expect(await registry.findKey(organization, nobodysKey)).toBeUndefined();
    });

    test("changed in different fields at the same time keeps every change", async () => {
      const { registry, organization } = await prepare();
      const changes = [
        { name: "renamed" },
        { environment: "staging" },
        { requestsPerMinute: 5 },
        { budget: { dailyMicroUsd: 9 } },
        { routingMode: "cost" as const },
      ];
      await Promise.all(
        changes.map((change) =>
          registry.updateKey(organization, keyId, (key) => ({ ...key, ...change })),
        ),
      );
      expect(await registry.findKey(organization, keyId)).toEqual(
        keyRecord(Object.assign({}, ...changes) as object),
      );
    });

    test("that is revoked while it is changed is revoked in the end, and its change seen or refused", async () => {
      const { registry, organization } = await prepare();
      const [changed] = await Promise.allSettled([
        registry.updateKey(organization, keyId, (key) => {
          if (key.revokedAt !== undefined) throw new Error("revoked");
          return { ...key, name: "renamed" };
        }),
        registry.revokeKey(organization, keyId, 100),
      ]);
      const name = changed.status === "fulfilled" ? "renamed" : keyRecord().name;
      expect(await registry.findKey(organization, keyId)).toEqual(
        keyRecord({ name, revokedAt: 100 }),
      );
    });

    test("that is unknown is neither changed nor revoked into being", async () => {
      const { registry, organization } = await prepare();
      expect(await registry.updateKey(organization, nobodysKey, (key) => key)).toBeUndefined();
      expect(await registry.revokeKey(organization, nobodysKey, 100)).toBeUndefined();
      expect(await registry.findKey(organization, nobodysKey)).toBeUndefined();
    });

    test("that is revoked is answered, with the first time however often", async () => {
      const { registry, organization } = await prepare();
      expect(await registry.revokeKey(organization, keyId, 100)).toEqual(
        keyRecord({ revokedAt: 100 }),
      );
      expect(await registry.revokeKey(organization, keyId, 200)).toEqual(
        keyRecord({ revokedAt: 100 }),
      );
    });
  });

  describe("a credential", () => {
    const plain = (credentials: readonly StoredCredential[]) =>
      credentials.map(({ ciphertext, ...rest }) => ({
        ...rest,
        ...(ciphertext && { ciphertext: [...ciphertext] }),
      }));

    test("is listed with what was said of it, which the hot path does not read", async () => {
      const { access, registry, organization } = await prepare();
      expect(await registry.listCredentials(organization)).toEqual([]);
      await registry.putCredential(organization, { ...stored, tested: refused });
      const [listed] = plain(await registry.listCredentials(organization));
      expect(listed).toEqual({ ...stored, ciphertext: [0, 1, 2, 255], tested: refused });
      const [read] = plain((await access.read(organization, keyId)).credentials);
      expect(read).toEqual({ ...stored, ciphertext: [0, 1, 2, 255] });
    });

    test("keeps its ciphertext whatever is said of it", async () => {
      const { registry, organization } = await prepare();
      await registry.putCredential(organization, stored);
      const works = { at: 1_795_000_000_900, ok: true, message: "openai accepted the key" };
      for (const verdict of [refused, works]) {
        await registry.noteVerdict(organization, "openai", stored.updatedAt, verdict);
      }
      expect(plain(await registry.listCredentials(organization))).toEqual([
        { ...stored, ciphertext: [0, 1, 2, 255], tested: works },
      ]);
    });

    test("that took another's place is not told of by the other's verdict", async () => {
      const { registry, organization } = await prepare();
      await registry.putCredential(organization, { ...stored, tested: refused });
      const replaced = { ...stored, updatedAt: stored.updatedAt + 1 };
      await registry.putCredential(organization, replaced);
      await registry.noteVerdict(organization, "openai", stored.updatedAt, refused);
      await registry.noteVerdict(organization, "groq", stored.updatedAt, refused);
      expect(plain(await registry.listCredentials(organization))).toEqual([
        { ...replaced, ciphertext: [0, 1, 2, 255] },
      ]);
    });

    test("is removed once, and never was where there is none", async () => {
      const { registry, organization } = await prepare();
      expect(await registry.removeCredential(organization, "openai")).toBe("not-found");
      await registry.putCredential(organization, stored);
      expect(await registry.removeCredential(organization, "openai")).toBe("removed");
      expect(await registry.removeCredential(organization, "openai")).toBe("not-found");
    });
  });
};
