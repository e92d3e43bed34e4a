import { createKey, listKeys, revokeKey, updateKey } from "../../../../core/contract/keys";
import { RequestError } from "../../../../core/errors";
import type { KeyId } from "../../../../core/ids";
import { parseApiKey } from "../../../../core/keys/key-format";
import type { PicoUsd } from "../../../../core/money/amounts";
import { keyRecord, settingsOf } from "../../../contracts/access-store-guarantees";
import { freshOrganization } from "../../../contracts/cloud";
import { usageEvent } from "../../../contracts/usage-event-arbitrary";
import { createMemoryAccess } from "../../../fakes/memory-access";
import { createMemoryTestTickets } from "../../../fakes/memory-test-tickets";
import { createMemoryUsageStore } from "../../../fakes/memory-usage-store";
import { createMemoryVault } from "../../../fakes/memory-vault";
import { unreachableReply } from "../../../fakes/scripted-upstream";
import { noon } from "../../gateway/harness";
import { openApi, type WorldParts } from "./world";

const plain = { name: "Production", environment: "production" };

const start = async (parts: Partial<WorldParts> = {}) => {
  const { registry, access } = createMemoryAccess();
  const usage = createMemoryUsageStore();
  const organization = freshOrganization();
  await registry.putOrganization(settingsOf(organization));
  const api = openApi({
    registry,
    usage,
    sealer: createMemoryVault(),
    tickets: createMemoryTestTickets(),
    upstream: unreachableReply,
    ...parts,
  });
  return {
    ...api,
    call: api.call(organization),
    as: api.call,
    registry,
    access,
    usage,
    organization,
  };
};

describe("creating a key", () => {
  test("shows it once, and keeps its SHA-256 alone", async () => {
    const { call, registry, organization, rows, lines } = await start();
    const { status, body } = await call(createKey, { body: plain });
    expect(status).toBe(201);
    const { key, secret } = body;
    expect(parseApiKey(secret)).toEqual({ organization, key: key.id });
    expect(key).toMatchObject({
      ...plain,
      last4: secret.slice(-4),
      status: "active",
      createdBy: "ada@example.com",
      createdAt: new Date(noon).toISOString(),
      spend: { day: "0", month: "0", last30Days: "0" },
    });
    const stored = JSON.stringify(await registry.listKeys(organization));
    const { text } = await call(listKeys);
    for (const seen of [stored, text, JSON.stringify(rows), JSON.stringify(lines)]) {
      expect(seen).not.toContain(secret);
      expect(seen).not.toContain(secret.slice(20, 50));
    }
    expect(rows).toEqual([
      expect.objectContaining({ action: "keys.create", target: key.id, details: plain }),
    ]);
  });

  test("with every setting keeps every setting, and with none keeps none", async () => {
    const { call, registry, organization } = await start();
    await registry.updateOrganization(organization, (now) => ({ ...now, promptStorage: true }));
    const settings = {
      expiresAt: "2026-12-24T12:00:00.000Z",
      routingMode: "cost",
      cascade: true,
      storePromptsDays: 7,
      budget: { dailyMicroUsd: 5 },
      requestsPerMinute: 3,
    };
    const { body } = await call(createKey, { body: { ...plain, ...settings } });
    expect(body.key).toMatchObject({
      ...settings,
      budget: { dailyMicroUsd: 5, monthlyMicroUsd: null },
    });
    const none = await call(createKey, { body: { ...plain, cascade: false, budget: {} } });
    const stored = await registry.findKey(organization, none.body.key.id as KeyId);
    expect(Object.keys(stored ?? {}).sort()).toEqual(
      ["createdAt", "createdBy", "environment", "hash", "id", "last4", "name"].sort(),
    );
  });

  test("draws another id where one is taken, and never overwrites a key", async () => {
    const memory = createMemoryAccess();
    let taken = 2;
    const registry: typeof memory.registry = {
      ...memory.registry,
      addKey: async (...given) => {
        taken -= 1;
        return taken >= 0 ? "taken" : memory.registry.addKey(...given);
      },
    };
    const { call, organization } = await start({ registry });
    await registry.putOrganization(settingsOf(organization));
    const { status, body } = await call(createKey, { body: plain });
    expect(status).toBe(201);
    expect(parseApiKey(body.secret)?.key).toBe(body.key.id);
    expect(await registry.listKeys(organization)).toHaveLength(1);
  });

  test.each([
    { name: "an expiry that is over", more: { expiresAt: "2026-11-24T12:00:00Z" }, status: 400 },
    { name: "prompts that nobody may store", more: { storePromptsDays: 7 }, status: 409 },
  ])("with $name is $status, and makes none", async ({ more, status }) => {
    const { call, registry, organization, rows } = await start();
    expect((await call(createKey, { body: { ...plain, ...more } })).status).toBe(status);
    expect([await registry.listKeys(organization), rows]).toEqual([[], []]);
  });

  test("that the plan has no room for is refused; dead keys take no room", async () => {
    const counts: number[] = [];
    const planLimits: WorldParts["planLimits"] = {
      check: async (_, __, count) => {
        counts.push(count);
        if (count >= 2) throw new RequestError(402, "plan_limit", "upgrade under Plan");
      },
    };
    const { call, registry, organization } = await start({ planLimits });
    await registry.putKey(organization, keyRecord({ id: "Expired001" as KeyId, expiresAt: noon }));
    const first = await call(createKey, { body: plain });
    await call(createKey, { body: plain });
    expect(await call(createKey, { body: plain })).toMatchObject({
      status: 402,
      code: "plan_limit",
    });
    await call(revokeKey, { params: { key: first.body.key.id } });
    expect((await call(createKey, { body: plain })).status).toBe(201);
    expect(counts).toEqual([0, 1, 2, 1]);
  });
});

describe("the list of keys", () => {
  test("has the live ones first, then by what they spent in 30 days of the organization's clock", async () => {
    const { call, registry, usage, organization } = await start();
    const ids = ["Key0000001", "Key0000002", "Key0000003", "Key0000004"] as KeyId[];
    for (const id of ids) await registry.putKey(organization, keyRecord({ id }));
    await registry.revokeKey(organization, "Key0000003" as KeyId, noon);
    const spent = (key: string, at: string, cost: number, serial: number) =>
      usageEvent(
        {
          organization,
          key: key as KeyId,
          at: Date.parse(at),
          cost: cost as PicoUsd,
          timeZone: "Europe/Berlin",
        },
        serial,
      );
    await usage.record([
      // Today begins at 23:00 UTC, November on the 31st, the last 30 days on October 25th.
      spent("Key0000002", "2026-11-23T23:00:00Z", 1, 1),
      spent("Key0000002", "2026-11-23T22:59:00Z", 20, 2),
      spent("Key0000002", "2026-10-31T22:59:00Z", 300, 3),
      spent("Key0000002", "2026-10-25T22:00:00Z", 4_000, 4),
      spent("Key0000004", "2026-11-24T11:00:00Z", 9_007_199_254_740_991, 5),
      spent("Key0000004", "2026-11-24T11:00:00Z", 9_007_199_254_740_991, 6),
      spent("Key0000003", "2026-11-24T11:30:00Z", 5, 7),
    ]);
    const { body } = await call(listKeys);
    expect(body.keys.map(({ id }) => id)).toEqual([
      "Key0000004",
      "Key0000002",
      "Key0000001",
      "Key0000003",
    ]);
    const [fourth, second, first, third] = body.keys;
    expect(fourth?.spend.day).toBe("18014398509481982");
    expect(second).toMatchObject({
      spend: { day: "1", month: "21", last30Days: expect.any(String) as string },
      lastUsedAt: "2026-11-23T23:00:00.000Z",
    });
    expect(first).toMatchObject({ lastUsedAt: null, createdBy: null });
    expect(third).toMatchObject({ status: "revoked", lastUsedAt: "2026-11-24T11:30:00.000Z" });
  });

  test("of the last 30 days takes the first day in, and the day before it not", async () => {
    const { call, registry, usage, organization } = await start();
    await registry.putKey(organization, keyRecord());
    const spent = (at: string, cost: number, serial: number) =>
      usageEvent(
        { organization, at: Date.parse(at), cost: cost as PicoUsd, timeZone: "Europe/Berlin" },
        serial,
      );
    await usage.record([spent("2026-10-25T23:00:00Z", 1, 1), spent("2026-10-25T22:59:00Z", 20, 2)]);
    const { body } = await call(listKeys);
    expect(body.keys[0]?.spend.last30Days).toBe("1");
  });
});

describe("changing a key", () => {
  const key = keyRecord().id;

  test("sets what is given, takes away what is null, and leaves the rest", async () => {
    const { call, registry, organization, rows } = await start();
    const before = keyRecord({ budget: { dailyMicroUsd: 5 }, requestsPerMinute: 3, cascade: true });
    await registry.putKey(organization, before);
    const change = { name: "New", budget: null, cascade: false, routingMode: "quality" };
    const { status, body } = await call(updateKey, { params: { key }, body: change });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: "New", requestsPerMinute: 3, routingMode: "quality" });
    expect(await registry.findKey(organization, key)).toEqual(
      keyRecord({ name: "New", requestsPerMinute: 3, routingMode: "quality" }),
    );
    expect(rows.map(({ target, details }) => [target, details])).toEqual([[key, change]]);
  });

  test.each([
    { name: "an expiry that is over", body: { expiresAt: "2026-11-24T12:00:00Z" }, status: 400 },
    { name: "prompts that nobody may store", body: { storePromptsDays: 7 }, status: 409 },
    { name: "a hash", body: { hash: "ab".repeat(32) }, status: 400 },
    { name: "a time of revocation", body: { revokedAt: null }, status: 400 },
  ])("to $name is $status", async ({ body, status }) => {
    const { call, registry, organization } = await start();
    await registry.putKey(organization, keyRecord());
    expect((await call(updateKey, { params: { key }, body })).status).toBe(status);
    expect(await registry.findKey(organization, key)).toEqual(keyRecord());
  });

  test("that was revoked is 409, and one of nobody's or another's 404, in the same words", async () => {
    const { call, registry, organization, as } = await start();
    await registry.putKey(organization, keyRecord({ revokedAt: 1 }));
    const body = { name: "New" };
    expect(await call(updateKey, { params: { key }, body })).toMatchObject({
      status: 409,
      code: "key_revoked",
    });
    const other = freshOrganization();
    await registry.putOrganization(settingsOf(other));
    const answers = await Promise.all([
      as(other)(updateKey, { params: { key }, body }),
      call(updateKey, { params: { key: "Key0000009" }, body }),
      as(other)(revokeKey, { params: { key } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });
});

describe("revoking a key", () => {
  test("is done once, and answered however often", async () => {
    const { call, registry, organization } = await start();
    const { id } = keyRecord();
    await registry.putKey(organization, keyRecord());
    const first = await call(revokeKey, { params: { key: id } });
    expect(first.body).toMatchObject({
      status: "revoked",
      revokedAt: new Date(noon).toISOString(),
    });
    const again = await call(revokeKey, { params: { key: id } });
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  test("takes a member; a viewer may look", async () => {
    const { as, organization } = await start();
    const viewer = as(organization, "viewer");
    expect((await viewer(listKeys)).status).toBe(200);
    expect((await viewer(revokeKey, { params: { key: keyRecord().id } })).status).toBe(403);
    expect((await viewer(createKey, { body: plain })).status).toBe(403);
  });
});
