import {
  putCredential,
  removeCredential,
  testCredential,
} from "../../../../core/contract/credentials";
import { createKey, revokeKey, updateKey } from "../../../../core/contract/keys";
import { overridePrice, updateModel } from "../../../../core/contract/models";
import { updateOrganization } from "../../../../core/contract/organization";
import { startCloud } from "../../../contracts/cloud";
import { jsonReply } from "../../../fakes/scripted-upstream";
import completion from "../../../fixtures/openai/answer.json";
import type { Harness } from "../../../local/emulators/harness";
import { type Governed, startGoverned } from "./governed";

const canary = "sk-canary-5d1e7b2f9a04c683";
const openai = { provider: "openai" };

let cloud: Harness;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.dispose());

/** An organization with a credential of OpenAI and a key, and what its API and gateway have said. */
const start = async () => {
  const it = await startGoverned(cloud, jsonReply(completion));
  await it.call(putCredential, { params: openai, body: { key: canary } });
  const key = await it.newKey();
  const last = () => it.gateway.usage.events.at(-1);
  /** Changes settings under a key that was just used, and asks again when a second is over. */
  const askAfter = async (change: (it: Governed) => Promise<{ status: number }>) => {
    expect((await key.ask()).status).toBe(200);
    expect((await change(it)).status).toBeLessThan(300);
    it.aSecondLater();
    return key.ask();
  };
  return { ...it, key, last, askAfter };
};

const settings = (body: object) => (it: Governed) => it.call(updateOrganization, { body });

describe("what the dashboard's API sets the gateway keeps to within a second", () => {
  test("a credential, opened by the gateway alone", async () => {
    const { askAfter, gateway, call, key, aSecondLater } = await start();
    const newer = `${canary}-newer`;
    await askAfter((it) => it.call(putCredential, { params: openai, body: { key: newer } }));
    const shown = gateway.calls.map(({ headers }) => headers.authorization);
    expect(shown).toEqual([`Bearer ${canary}`, `Bearer ${newer}`]);
    expect((await call(testCredential, { params: openai })).body).toMatchObject({
      status: "works",
      last4: "ewer",
    });
    await call(removeCredential, { params: openai });
    aSecondLater();
    expect((await key.ask()).status).not.toBe(200);
  });

  test("the routing mode, and a key's own over it", async () => {
    const { askAfter, last, call, key, aSecondLater } = await start();
    await askAfter(settings({ routingMode: "quality" }));
    expect(last()?.mode).toBe("quality");
    const body = { routingMode: "cost" };
    await call(updateKey, { params: { key: key.id }, body });
    aSecondLater();
    await key.ask();
    expect(last()?.mode).toBe("cost");
    await call(updateKey, { params: { key: key.id }, body: { routingMode: null } });
    aSecondLater();
    await key.ask();
    expect(last()?.mode).toBe("quality");
  });

  test("a model that is switched off, and on again", async () => {
    const { askAfter, call, key, aSecondLater } = await start();
    const offers = ["openai/gpt-4o"];
    const off = await askAfter((it) => it.call(updateModel, { body: { offers, enabled: false } }));
    expect([off.status, off.text]).toEqual([400, expect.stringContaining("disabled")]);
    await call(updateModel, { body: { offers, enabled: true } });
    aSecondLater();
    expect((await key.ask()).status).toBe(200);
  });

  test("a price of its own, to the pico-dollar", async () => {
    const { askAfter, last } = await start();
    const body = { offer: "openai/gpt-4o", price: { input: 7, output: 11 } };
    await askAfter((it) => it.call(overridePrice, { body }));
    expect(last()?.cost).toBe(16 * 7 + 363 * 11);
  });

  test("what auto is compared with", async () => {
    const { call, key, last, aSecondLater } = await start();
    expect((await key.ask({ model: "auto" })).status).toBe(400);
    await call(updateOrganization, { body: { baselineModel: "openai/gpt-4o" } });
    aSecondLater();
    expect((await key.ask({ model: "auto" })).status).toBe(200);
    expect(last()?.used).toEqual({ provider: "openai", model: "gpt-4o" });
  });

  test("how many requests a minute, of the organization and of a key", async () => {
    const { askAfter, call, newKey } = await start();
    const limited = await newKey({ requestsPerMinute: 1 });
    expect([(await limited.ask()).status, (await limited.ask()).status]).toEqual([200, 429]);
    await askAfter(settings({ requestsPerMinute: 1 }));
    const other = await newKey();
    expect((await other.ask()).status).toBe(429);
    await call(updateOrganization, { body: { requestsPerMinute: null } });
  });

  test("a budget, set, spent, and taken away", async () => {
    const { askAfter, call, key, aSecondLater } = await start();
    const budget = { dailyMicroUsd: 1_000 };
    expect((await askAfter(settings({ budget }))).status).toBe(402);
    await call(updateOrganization, { body: { budget: null } });
    aSecondLater();
    expect((await key.ask()).status).toBe(200);
    await call(updateKey, { params: { key: key.id }, body: { budget } });
    aSecondLater();
    expect((await key.ask()).status).toBe(402);
  });

  test("how long rows are kept", async () => {
    const { askAfter, last } = await start();
    await askAfter(settings({ retentionDays: 30 }));
    expect(last()?.retentionDays).toBe(30);
  });

  test("a key's expiry", async () => {
    const { askAfter, clock, key } = await start();
    const expiresAt = new Date(clock.ms + 5_000).toISOString();
    const live = await askAfter((it) =>
      it.call(updateKey, { params: { key: key.id }, body: { expiresAt } }),
    );
    expect(live.status).toBe(200);
    clock.ms += 4_000;
    expect((await key.ask()).status).toBe(401);
  });

  test("the end of a key; others go on", async () => {
    const { askAfter, key, newKey } = await start();
    const other = await newKey();
    const after = await askAfter((it) => it.call(revokeKey, { params: { key: key.id } }));
    expect([after.status, (await other.ask()).status]).toEqual([401, 200]);
    expect(after.text).toContain("was revoked");
  });
});

test("no key of a provider, and no key of ours, is in a log, an audit row or an error", async () => {
  const it = await start();
  await it.key.ask();
  const made = await it.call(createKey, { body: { name: "x", environment: "y", hash: canary } });
  const refused = await it.call(putCredential, {
    params: openai,
    body: { key: canary, region: canary },
  });
  expect([made.status, refused.status]).toEqual([400, 400]);
  const seen = JSON.stringify([it.rows, it.lines, it.gateway.lines, made.text, refused.text]);
  for (const secret of [canary, it.key.secret]) expect(seen).not.toContain(secret);
});
