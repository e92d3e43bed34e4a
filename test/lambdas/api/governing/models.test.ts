import { listModels, overridePrice, updateModel } from "../../../../core/contract/models";
import { settingsOf } from "../../../contracts/access-store-guarantees";
import { freshOrganization } from "../../../contracts/cloud";
import { createMemoryAccess } from "../../../fakes/memory-access";
import { createMemoryTestTickets } from "../../../fakes/memory-test-tickets";
import { createMemoryUsageStore } from "../../../fakes/memory-usage-store";
import { createMemoryVault } from "../../../fakes/memory-vault";
import { unreachableReply } from "../../../fakes/scripted-upstream";
import { openApi } from "./world";

const mini = "openai/gpt-4o-mini";

const start = async () => {
  const { registry } = createMemoryAccess();
  const organization = freshOrganization();
  await registry.putOrganization(settingsOf(organization));
  await registry.putCredential(organization, { provider: "openai", last4: "1234", updatedAt: 1 });
  const api = openApi({
    registry,
    usage: createMemoryUsageStore(),
    sealer: createMemoryVault(),
    tickets: createMemoryTestTickets(),
    upstream: unreachableReply,
  });
  const call = api.call(organization);
  const find = async (offer: string) =>
    (await call(listModels)).body.models.find((model) => model.offer === offer);
  return { ...api, as: api.call, call, find, registry, organization };
};

describe("the list of models", () => {
  test("has each with its price of today and what 500 tokens in and 200 out cost, to the pico-dollar", async () => {
    const { find } = await start();
    // $0.15 and $0.60 a million: 500 × 150,000 + 200 × 600,000.
    expect(await find(mini)).toMatchObject({
      model: "gpt-4o-mini",
      provider: "openai",
      status: "enabled",
      enabled: true,
      prices: { input: 150_000, output: 600_000, cacheRead: 75_000, dearerAbove: null },
      typical: "195000000",
      overridden: false,
      can: { tools: true, images: true },
    });
    expect((await find("anthropic/claude-haiku-4-5"))?.status).toBe("no-credential");
  });

  test("begins with the enabled by typical cost; who has no price comes last of all", async () => {
    const { call } = await start();
    const { body } = await call(listModels);
    const enabled = body.models.filter(({ status }) => status === "enabled");
    expect(enabled.length).toBeGreaterThan(10);
    expect(body.models.slice(0, enabled.length)).toEqual(enabled);
    const costs = enabled.map(({ typical }) => Number(typical));
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    const unpriced = body.models.findIndex(({ typical }) => typical === null);
    expect(unpriced).toBeGreaterThan(0);
    expect(body.models.slice(unpriced).every(({ typical }) => typical === null)).toBe(true);
    expect(new Set(body.models.map(({ offer }) => offer)).size).toBe(body.models.length);
  });
});

describe("switching models", () => {
  test("is for several at once, in both directions, and leaves the others", async () => {
    const { call, find, registry, organization } = await start();
    const offers = [mini, "openai/gpt-4o", mini];
    const { body } = await call(updateModel, { body: { offers, enabled: false } });
    expect(body.models.map(({ offer, status }) => [offer, status])).toEqual([
      [mini, "off"],
      ["openai/gpt-4o", "off"],
    ]);
    await call(updateModel, { body: { offers: [mini], enabled: true } });
    expect((await find(mini))?.status).toBe("enabled");
    expect((await registry.findOrganization(organization))?.disabledOffers).toEqual([
      "openai/gpt-4o",
    ]);
  });

  test("with an unknown one among them is 404 that names it, and switches none", async () => {
    const { call, registry, organization, rows } = await start();
    const offers = [mini, "openai/gpt-nowhere"];
    const answer = await call(updateModel, { body: { offers, enabled: false } });
    expect(answer.status).toBe(404);
    expect(answer.text).toContain("openai/gpt-nowhere is not in the catalog");
    expect((await registry.findOrganization(organization))?.disabledOffers).toEqual([]);
    expect(rows).toEqual([]);
  });

  test("takes an admin", async () => {
    const { as, organization } = await start();
    const body = { offers: [mini], enabled: false };
    expect((await as(organization, "member")(updateModel, { body })).status).toBe(403);
  });
});

describe("a price of the organization's own", () => {
  test("takes the catalog's place, and null brings that back", async () => {
    const { call, find, registry, organization } = await start();
    const price = { input: 1, output: 3, cacheRead: 0 };
    const { body } = await call(overridePrice, { body: { offer: mini, price } });
    expect(body).toMatchObject({
      prices: { ...price, reasoning: null, source: "override", takenOn: "2026-11-24" },
      typical: "1100",
      overridden: true,
      replaced: { input: 150_000, output: 600_000 },
      updatedOn: "2026-11-24",
    });
    expect(await find(mini)).toEqual(body);
    const back = await call(overridePrice, { body: { offer: mini, price: null } });
    expect(back.body).toMatchObject({
      typical: "195000000",
      overridden: false,
      replaced: null,
    });
    expect((await registry.findOrganization(organization))?.priceOverrides).toEqual({});
  });

  test("is for a model that the catalog does not know too, where its provider can be called", async () => {
    const { call, find } = await start();
    const body = { offer: "openai/gpt-next", price: { input: 2_000_000, output: 8_000_000 } };
    expect((await call(overridePrice, { body })).body.status).toBe("enabled");
    expect(await find("openai/gpt-next")).toMatchObject({
      typical: "2600000000",
      overridden: true,
    });
    await call(overridePrice, { body: { ...body, price: null } });
    expect(await find("openai/gpt-next")).toBeUndefined();
    const elsewhere = { ...body, offer: "groq/llama-next" };
    expect((await call(overridePrice, { body: elsewhere })).status).toBe(404);
  });

  test.each([
    { name: "a fraction", price: { input: 0.5, output: 1 } },
    { name: "below 0", price: { input: -1, output: 1 } },
    { name: "beyond all reason", price: { input: 1e13, output: 1 } },
    { name: "without one of its rates", price: { input: 1 } },
  ])("$name is 400", async ({ price }) => {
    const { call, registry, organization } = await start();
    expect((await call(overridePrice, { body: { offer: mini, price } })).status).toBe(400);
    expect((await registry.findOrganization(organization))?.priceOverrides).toEqual({});
  });

  test("of as many tokens as it may be priced at is still exact", async () => {
    const { call } = await start();
    const most = 1_000_000_000_000;
    const body = { offer: mini, price: { input: most, output: most } };
    expect((await call(overridePrice, { body })).body.typical).toBe("700000000000000");
  });
});
