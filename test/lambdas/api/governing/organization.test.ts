import { getOrganization, updateOrganization } from "../../../../core/contract/organization";
import { settingsOf } from "../../../contracts/access-store-guarantees";
import { freshOrganization } from "../../../contracts/cloud";
import { createMemoryAccess } from "../../../fakes/memory-access";
import { createMemoryTestTickets } from "../../../fakes/memory-test-tickets";
import { createMemoryUsageStore } from "../../../fakes/memory-usage-store";
import { createMemoryVault } from "../../../fakes/memory-vault";
import { unreachableReply } from "../../../fakes/scripted-upstream";
import { noon } from "../../gateway/harness";
import { openApi } from "./world";

const start = async () => {
  const { registry } = createMemoryAccess();
  const organization = freshOrganization();
  await registry.putOrganization(settingsOf(organization));
  const api = openApi({
    registry,
    usage: createMemoryUsageStore(),
    sealer: createMemoryVault(),
    tickets: createMemoryTestTickets(),
    upstream: unreachableReply,
  });
  const settings = () => registry.findOrganization(organization);
  return { ...api, as: api.call, call: api.call(organization), settings, organization };
};

const all = {
  name: "Renamed",
  timeZone: "Asia/Kolkata",
  routingMode: "cost",
  baselineModel: "openai/gpt-4o",
  budget: { monthlyMicroUsd: 10_000_000 },
  requestsPerMinute: 60,
  retentionDays: 30,
  promptStorage: true,
};

describe("an organization's settings", () => {
  test("are set all at once, shown, and told in the audit log", async () => {
    const { call, settings, rows, organization } = await start();
    const { status, body } = await call(updateOrganization, { body: all });
    expect(status).toBe(200);
    const shown = { ...all, budget: { dailyMicroUsd: null, monthlyMicroUsd: 10_000_000 } };
    expect(body).toEqual({
      id: organization,
      createdAt: new Date(noon).toISOString(),
      ...shown,
    });
    expect((await call(getOrganization)).body).toEqual(body);
    expect(await settings()).toMatchObject(all);
    expect(rows.map(({ details }) => details)).toEqual([all]);
  });

  test("are taken away by null, and those not given stay", async () => {
    const { call, settings, organization } = await start();
    await call(updateOrganization, { body: all });
    const none = {
      baselineModel: null,
      budget: null,
      requestsPerMinute: null,
      retentionDays: null,
      promptStorage: false,
    };
    const { body } = await call(updateOrganization, { body: none });
    expect(body).toMatchObject({ name: "Renamed", retentionDays: null, promptStorage: false });
    expect(await settings()).toEqual(
      settingsOf(organization, { name: "Renamed", timeZone: "Asia/Kolkata", routingMode: "cost" }),
    );
  });

  test("changed by two admins at the same time keep both changes", async () => {
    const { call, settings } = await start();
    await Promise.all([
      call(updateOrganization, { body: { requestsPerMinute: 60 } }),
      call(updateOrganization, { body: { name: "Renamed" } }),
    ]);
    expect(await settings()).toMatchObject({ requestsPerMinute: 60, name: "Renamed" });
  });

  test.each([
    {
      name: "that nobody knows",
      baselineModel: "openai/gpt-nowhere",
      says: "is not in the catalog",
    },
    {
      name: "of vectors",
      baselineModel: "openai/text-embedding-3-small",
      says: "is no chat model",
    },
  ])("refuse a baseline $name", async ({ baselineModel, says }) => {
    const { call, settings, organization, rows } = await start();
    const { status, text } = await call(updateOrganization, {
      body: { name: "Renamed", baselineModel },
    });
    expect(status).toBe(400);
    expect(text).toContain(`${baselineModel} ${says}`);
    expect(await settings()).toEqual(settingsOf(organization));
    expect(rows).toEqual([]);
  });

  test("take an admin; a viewer may look", async () => {
    const { as, organization } = await start();
    expect((await as(organization, "viewer")(getOrganization)).status).toBe(200);
    const body = { name: "Renamed" };
    expect((await as(organization, "member")(updateOrganization, { body })).status).toBe(403);
    expect((await as(organization, "admin")(updateOrganization, { body })).status).toBe(200);
  });
});
