import { createHash, randomBytes } from "node:crypto";
import { createApiKey } from "../../../core/keys/key-format";
import { createAccessCache } from "../../../lambdas/gateway/access-cache";
import { keyRecord } from "../../contracts/access-store-guarantees";
import { jsonReply } from "../../fakes/scripted-upstream";
import completion from "../../fixtures/openai/answer.json";
import { asker, type HarnessOptions, hello, noon, readAnswer, startGateway } from "./harness";

const start = (key: HarnessOptions["key"] = {}) =>
  startGateway({ replies: [jsonReply(completion)], key });

/** With the cache that production has in front of the store. */
const startCached = async () => {
  const it = await start();
  const { time, access, apiKey } = it;
  const deps = { access: createAccessCache(access, () => time.ms), now: () => time.ms };
  const { answer } = await startGateway({ replies: [jsonReply(completion)], deps });
  return { ...it, ask: asker(answer, apiKey) };
};

describe("a request's key", () => {
  test.each([
    { name: "as a bearer token", headers: (key: string) => ({ authorization: `Bearer ${key}` }) },
    { name: "in any letters", headers: (key: string) => ({ authorization: `bearer  ${key} ` }) },
    { name: "as x-api-key", headers: (key: string) => ({ authorization: "", "x-api-key": key }) },
  ])("is taken $name", async ({ headers }) => {
    const { ask, apiKey } = await start();
    expect((await readAnswer(ask(hello, { headers: headers(apiKey) }))).status).toBe(200);
  });

  test.each([
    { name: "missing", authorization: "", says: "no API key was sent" },
    { name: "of another scheme", authorization: "Basic abc", says: "no API key was sent" },
    { name: "mistyped", authorization: "Bearer sk-sc-x", says: "has a typo" },
    {
      name: "a provider's",
      authorization: "Bearer sk-proj-secretsecret",
      says: "not a SmashCost key",
    },
  ])("that is $name is refused before anything is read", async ({ authorization, says }) => {
    const { ask, calls } = await start();
    const { status, text, headers } = await readAnswer(ask(hello, { headers: { authorization } }));
    expect(status).toBe(401);
    expect(JSON.parse(text)).toMatchObject({ error: { code: "invalid_api_key" } });
    expect(text).toContain(says);
    expect(text).not.toContain("secretsecret");
    expect(headers["x-should-retry"]).toBe("false");
    expect(calls).toEqual([]);
  });

  test("of the right form that was never made is refused, also with the ids of a real one", async () => {
    const { ask, ids, usage } = await start();
    for (const forged of [
      createApiKey(ids, randomBytes),
      createApiKey({ ...ids, key: "Key0000009" as typeof ids.key }, randomBytes),
    ]) {
      const headers = { authorization: `Bearer ${forged}` };
      expect((await readAnswer(ask(hello, { headers }))).status).toBe(401);
    }
    expect(usage.events).toEqual([]);
  });

  test.each([
    { name: "revoked now", key: { revokedAt: noon }, status: 401 },
    { name: "expired now", key: { expiresAt: noon }, status: 401 },
    { name: "about to expire", key: { expiresAt: noon + 1 }, status: 200 },
  ])("that is $name gets $status", async ({ key, status }) => {
    const { ask } = await start(key);
    expect((await readAnswer(ask(hello))).status).toBe(status);
  });

  test("that was replaced under its id stops", async () => {
    const { ask, registry, ids } = await start();
    const hash = createHash("sha256").update("another").digest("hex");
    await registry.putKey(ids.organization, keyRecord({ id: ids.key, hash }));
    expect((await readAnswer(ask(hello))).status).toBe(401);
  });

  test("of an organization that was deactivated stops, live as the key may be", async () => {
    const { ask, registry, ids, usage } = await start();
    expect((await readAnswer(ask(hello))).status).toBe(200);
    await registry.deactivateOrganization(ids.organization, noon + 5_000);
    const { status, text } = await readAnswer(ask(hello));
    expect(status).toBe(401);
    expect(JSON.parse(text)).toMatchObject({ error: { code: "invalid_api_key" } });
    expect(text).toContain("organization was deleted");
    expect(usage.events).toHaveLength(1);
  });

  test("of a deactivated organization is refused within a second, though it was just used", async () => {
    const { access, registry, ids, time, ask } = await startCached();
    expect((await readAnswer(ask(hello))).status).toBe(200);
    await registry.deactivateOrganization(ids.organization, time.ms);
    time.ms += 1_000;
    expect((await readAnswer(ask(hello))).status).toBe(401);
    expect((await access.read(ids.organization, ids.key)).organization?.deactivatedAt).toBe(noon);
  });
});
