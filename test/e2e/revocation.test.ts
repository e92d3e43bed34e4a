import { setTimeout as sleep } from "node:timers/promises";
import type { OrganizationId } from "../../core/ids";
import { addKey } from "../support/more-keys";
import { type Product, startProduct } from "../support/product";
import { openRecords, type Records } from "../support/records";

const request = JSON.stringify({
  model: "gpt-4o",
  messages: [{ role: "user", content: "Say hello in one sentence." }],
});

let product: Product;
let records: Records;
beforeAll(async () => {
  product = await startProduct();
  records = openRecords(product);
}, 60_000);
afterAll(async () => {
  records.close();
  await product.dispose();
});

/** Asks once. `sentAt`: milliseconds since 1970. */
const ask = async (apiKey: string) => {
  const sentAt = Date.now();
  const answer = await product.post("/chat/completions", request, {
    authorization: `Bearer ${apiKey}`,
  });
  return { sentAt, status: answer.status, text: await answer.text() };
};

/** Asks with a key, again and again from eight loops, until told to stop. */
const askWithoutEnd = (apiKey: string) => {
  const answers: Awaited<ReturnType<typeof ask>>[] = [];
  let going = true;
  const loop = async () => {
    while (going) answers.push(await ask(apiKey));
  };
  const loops = Promise.all(Array.from({ length: 8 }, loop));
  return {
    answers,
    async stop() {
      going = false;
      await loops;
    },
  };
};

describe("a revoked key", () => {
  test("under constant traffic no longer answers a request sent a second later; others go on", async () => {
    const revoked = await addKey(product, records);
    const kept = await addKey(product, records);
    const traffic = askWithoutEnd(revoked.apiKey);
    const otherTraffic = askWithoutEnd(kept.apiKey);
    await sleep(1_500);
    await records.registry.revokeKey(product.orgId as OrganizationId, revoked.id, Date.now());
    const acknowledgedAt = Date.now();
    await sleep(2_500);
    await Promise.all([traffic.stop(), otherTraffic.stop()]);

    const good = traffic.answers.filter(({ status }) => status === 200);
    const refused = traffic.answers.filter(({ status }) => status === 401);
    expect(good.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    expect(good.length + refused.length).toBe(traffic.answers.length);
    const lastGood = Math.max(...good.map(({ sentAt }) => sentAt));
    expect(lastGood - acknowledgedAt).toBeLessThanOrEqual(1_000);
    // Once refused, always refused: no cache brings the key back.
    const firstRefused = Math.min(...refused.map(({ sentAt }) => sentAt));
    expect(good.every(({ sentAt }) => sentAt <= firstRefused + 100)).toBe(true);

    expect(refused[0]?.text).toContain("was revoked; create a new one");
    expect(otherTraffic.answers.every(({ status }) => status === 200)).toBe(true);
    expect(otherTraffic.answers.some(({ sentAt }) => sentAt > acknowledgedAt + 1_000)).toBe(true);
  });

  test("that was never used is refused at once", async () => {
    const { id, apiKey } = await addKey(product, records);
    await records.registry.revokeKey(product.orgId as OrganizationId, id, Date.now());
    expect(await ask(apiKey)).toMatchObject({ status: 401 });
  });

  test("is still in the list of keys, with the first time of its revocation", async () => {
    const organization = product.orgId as OrganizationId;
    const { id } = await addKey(product, records);
    await records.registry.revokeKey(organization, id, 1_000);
    await records.registry.revokeKey(organization, id, 2_000);
    const listed = (await records.registry.listKeys(organization)).find((key) => key.id === id);
    expect(listed?.revokedAt).toBe(1_000);
  });
});

describe("a key with an expiry", () => {
  test("answers before it, and never after", async () => {
    const { apiKey } = await addKey(product, records, { expiresAt: Date.now() + 2_500 });
    expect(await ask(apiKey)).toMatchObject({ status: 200 });
    await sleep(2_600);
    const { status, text } = await ask(apiKey);
    expect(status).toBe(401);
    expect(text).toContain("has expired; create a new one");
  });
});

describe("a key of another shape", () => {
  test("that nobody issued is unknown, however well it is made", async () => {
    const { apiKey } = await addKey(product, records, { hash: "0".repeat(64) });
    const { status, text } = await ask(apiKey);
    expect(status).toBe(401);
    expect(text).toContain("is unknown");
  });
});
