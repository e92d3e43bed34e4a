import {
  listCredentials,
  putCredential,
  removeCredential,
  testCredential,
  testEnteredCredential,
} from "../../../../core/contract/credentials";
import type { StoredCredential } from "../../../../core/ports/registry";
import { settingsOf } from "../../../contracts/access-store-guarantees";
import { freshOrganization } from "../../../contracts/cloud";
import { createMemoryAccess } from "../../../fakes/memory-access";
import { createMemoryTestTickets } from "../../../fakes/memory-test-tickets";
import { createMemoryUsageStore } from "../../../fakes/memory-usage-store";
import { createMemoryVault } from "../../../fakes/memory-vault";
import {
  createScriptedUpstream,
  jsonReply,
  type Reply,
  unreachableReply,
} from "../../../fakes/scripted-upstream";
import { noon, readAnswer, startGateway } from "../../gateway/harness";
import { openApi } from "./world";

const canary = "sk-canary-5d1e7b2f9a04c683";
const openai = { provider: "openai" };
const accepts = jsonReply({ data: [] });
/** Providers quote the key that they refuse. */
const refuses = jsonReply({ error: { message: `Incorrect API key provided: ${canary}` } }, 401);

const start = async (reply: Reply) => {
  const { registry } = createMemoryAccess();
  const organization = freshOrganization();
  await registry.putOrganization(settingsOf(organization));
  const { upstream, calls } = createScriptedUpstream(reply);
  const vault = createMemoryVault();
  const api = openApi({
    registry,
    usage: createMemoryUsageStore(),
    sealer: vault,
    tickets: createMemoryTestTickets(),
    upstream,
  });
  const stored = async () => registry.listCredentials(organization);
  return {
    ...api,
    as: api.call,
    call: api.call(organization),
    registry,
    vault,
    calls,
    stored,
    organization,
  };
};

describe("storing a credential", () => {
  test("that the provider takes seals it, and shows its last four characters alone", async () => {
    const { call, vault, stored, organization, calls, rows, lines } = await start(accepts);
    const { status, body, text } = await call(putCredential, {
      params: openai,
      body: { key: ` ${canary}\n`, region: "" },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ provider: "openai", last4: "c683", status: "works" });
    expect(body.tested).toEqual({
      at: new Date(noon).toISOString(),
      result: { ok: true, code: null, message: "openai accepts it" },
    });
    expect(calls[0]?.headers.authorization).toBe(`Bearer ${canary}`);
    const [credential] = await stored();
    const ciphertext = credential?.ciphertext ?? new Uint8Array();
    expect(await vault.open(organization, { provider: "openai", ciphertext })).toBe(canary);
    const listed = await call(listCredentials);
    for (const seen of [text, listed.text, JSON.stringify(rows), JSON.stringify(lines)]) {
      expect(seen).not.toContain(canary);
      expect(seen).not.toContain(canary.slice(3, 20));
    }
  });

  test("that the provider refuses stores nothing, and what was there stays", async () => {
    const { call, registry, organization, stored, rows, lines } = await start(refuses);
    const before = { provider: "openai", last4: "old1", updatedAt: 1 } as const;
    await registry.putCredential(organization, before);
    const { status, code, text } = await call(putCredential, {
      params: openai,
      body: { key: canary },
    });
    expect([status, code]).toEqual([422, "credential_refused"]);
    expect(text).toContain("openai refused the key (401); nothing was stored");
    expect(await stored()).toEqual([before]);
    expect(rows).toEqual([]);
    for (const seen of [text, JSON.stringify(lines)]) expect(seen).not.toContain(canary);
  });

  test("that nobody could test stores it as untested, and says why", async () => {
    const { call } = await start(unreachableReply);
    const { status, body } = await call(putCredential, { params: openai, body: { key: canary } });
    expect([status, body.status]).toEqual([200, "untested"]);
    expect(body.tested?.result).toEqual({
      ok: false,
      code: "unreachable",
      message: "openai can't be reached (ECONNREFUSED)",
    });
  });

  test("takes the place of the one before, verdict and settings and all", async () => {
    const { call, registry, organization, stored } = await start(accepts);
    await registry.putCredential(organization, {
      provider: "azure",
      settings: { resource: "old", deployments: { a: "b" } },
      last4: "old1",
      updatedAt: 1,
      tested: { at: 1, ok: false, code: "refused", message: "azure refused the key (401)" },
    });
    const body = { key: canary, resource: "acme-eu" };
    const answer = await call(putCredential, { params: { provider: "azure" }, body });
    expect(answer.body).toMatchObject({ settings: { resource: "acme-eu" }, status: "works" });
    expect((await stored())[0]?.settings).toEqual({ resource: "acme-eu" });
  });

  test("of Bedrock without a key is by the gateway's role, which only the gateway can test", async () => {
    const { call, calls, stored } = await start(accepts);
    const bedrock = { params: { provider: "bedrock" }, body: { region: "eu-central-1" } };
    const tried = await call(testEnteredCredential, bedrock);
    expect(tried.body).toMatchObject({ ok: false, code: "not_testable" });
    const { body } = await call(putCredential, bedrock);
    expect(body).toMatchObject({ status: "role", last4: "" });
    expect(calls).toEqual([]);
    expect((await stored())[0]).not.toHaveProperty("ciphertext");
  });

  test("of a server of the customer's own is tested guarded", async () => {
    const { call, calls } = await start(accepts);
    const params = { provider: "custom" };
    await call(putCredential, { params, body: { baseUrl: "https://llm.example.com/v1" } });
    expect(calls).toEqual([expect.objectContaining({ guarded: true })]);
    const local = { params, body: { baseUrl: "https://127.0.0.1/v1" } };
    expect((await call(putCredential, local)).status).toBe(400);
    expect(calls).toHaveLength(1);
  });

  test.each([
    { name: "no key", provider: "openai", body: {}, status: 400 },
    {
      name: "a field of another provider",
      provider: "openai",
      body: { key: canary, region: "us-east-1" },
      status: 400,
    },
    { name: "a key with a blank", provider: "openai", body: { key: "sk canary" }, status: 400 },
    {
      name: "a field that is none",
      provider: "openai",
      body: { key: canary, secret: "x" },
      status: 400,
    },
    { name: "no provider", provider: "nobody", body: { key: canary }, status: 400 },
    {
      name: "the sandbox where there is none",
      provider: "sandbox",
      body: { key: canary },
      status: 404,
    },
  ])("with $name is $status, and asks nobody", async ({ provider, body, status }) => {
    const { call, calls, stored } = await start(accepts);
    const answer = await call(putCredential, { params: { provider }, body });
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain(canary);
    expect([calls, await stored()]).toEqual([[], []]);
  });
});

describe("trying a credential", () => {
  test("says what the provider says, and stores nothing", async () => {
    const { call, stored } = await start(refuses);
    const { status, body } = await call(testEnteredCredential, {
      params: openai,
      body: { key: canary },
    });
    expect([status, body]).toEqual([
      200,
      { ok: false, code: "refused", message: "openai refused the key (401)" },
    ]);
    expect(await stored()).toEqual([]);
  });
});

describe("the list of credentials", () => {
  test("says of each provider what it takes and how many models it has; no sandbox without offers", async () => {
    const { call } = await start(accepts);
    const { body } = await call(listCredentials);
    const byProvider = new Map(body.providers.map((one) => [one.provider, one]));
    expect(byProvider.get("azure")).toMatchObject({
      required: ["key", "resource"],
      optional: ["deployments"],
    });
    expect(byProvider.get("openai")?.models).toBeGreaterThan(10);
    expect(byProvider.has("sandbox")).toBe(false);
    expect(byProvider.has("custom")).toBe(true);
  });

  test("shows the organization's own alone", async () => {
    const { call, as, registry } = await start(accepts);
    await call(putCredential, { params: openai, body: { key: canary } });
    const other = freshOrganization();
    await registry.putOrganization(settingsOf(other));
    expect((await as(other)(listCredentials)).body.credentials).toEqual([]);
    expect((await call(listCredentials)).body.credentials).toHaveLength(1);
  });
});

describe("removing a credential", () => {
  test("forgets it once; of none it is 404", async () => {
    const { call, stored } = await start(accepts);
    await call(putCredential, { params: openai, body: { key: canary } });
    expect((await call(removeCredential, { params: openai })).status).toBe(204);
    expect(await stored()).toEqual([]);
    expect((await call(removeCredential, { params: openai })).status).toBe(404);
  });
});

describe("testing a stored credential", () => {
  /** The API beside a real gateway, which alone has the vault. */
  const startBoth = async (reply: Reply) => {
    const gateway = await startGateway({ replies: [reply] });
    const asked: string[] = [];
    const api = openApi({
      registry: gateway.registry,
      usage: createMemoryUsageStore(),
      sealer: { seal: () => Promise.reject(new Error("nothing is to be sealed")) },
      tickets: gateway.tickets,
      upstream: () => Promise.reject(new Error("nobody is to be called from here")),
      fetch: async (url, init) => {
        const sent = init?.body as string;
        asked.push(sent);
        const { status, text } = await readAnswer(
          gateway.answer({
            method: init?.method ?? "GET",
            path: (url as URL).pathname,
            headers: {},
            body: Buffer.from(sent),
            signal: new AbortController().signal,
          }),
        );
        return new Response(text, { status });
      },
    });
    const call = api.call(gateway.ids.organization, "member");
    return { ...api, ...gateway, as: api.call, call, asked };
  };

  test.each([
    { name: "works", reply: accepts, status: "works" },
    { name: "is refused by now", reply: refuses, status: "failing" },
    { name: "can't be tested", reply: unreachableReply, status: "untested" },
  ])("has the gateway tell that it $name, which is kept", async ({ reply, status }) => {
    const { call, asked, rows, lines, usage } = await startBoth(reply);
    const { body } = await call(testCredential, { params: openai });
    expect(body.status).toBe(status);
    expect((await call(listCredentials)).body.credentials).toEqual([body]);
    for (const seen of [JSON.stringify(body), ...asked, JSON.stringify([rows, lines])]) {
      expect(seen).not.toContain("sk-provider-secret");
      expect(seen).not.toContain(canary);
    }
    expect(usage.events).toEqual([]);
  });

  test("of none, or of another organization's, is 404 and asks nobody", async () => {
    const { call, as, registry, asked } = await startBoth(accepts);
    const other = freshOrganization();
    await registry.putOrganization(settingsOf(other));
    expect((await call(testCredential, { params: { provider: "groq" } })).status).toBe(404);
    expect((await as(other)(testCredential, { params: openai })).status).toBe(404);
    expect(asked).toEqual([]);
  });

  test("without a gateway is 503, and what was known of it stays", async () => {
    const { call, registry, organization, stored } = await start(accepts);
    const known: StoredCredential = {
      provider: "openai",
      last4: "1234",
      updatedAt: 1,
      tested: { at: 1, ok: true, message: "openai accepts it" },
    };
    await registry.putCredential(organization, known);
    const answer = await call(testCredential, { params: openai });
    expect([answer.status, answer.code]).toEqual([503, "gateway_unavailable"]);
    expect(await stored()).toEqual([known]);
  });
});
