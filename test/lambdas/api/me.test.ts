import { listAudit } from "../../../core/contract/audit";
import {
  createOrganization,
  getMe,
  leaveOrganization,
  refreshMe,
  signOutEverywhere,
} from "../../../core/contract/me";
import { createAuditHandlers } from "../../../lambdas/api/audit/handlers";
import { createMeHandlers } from "../../../lambdas/api/me/handlers";
import { settingsOf } from "../../contracts/access-store-guarantees";
import { noon } from "../../contracts/directory-world";
import { callApi } from "../../support/api-call";
import { openApiWorld, tokenOf } from "../../support/api-world";

const prepare = async () => {
  const world = openApiWorld();
  const { directory, audit, now } = world;
  const { organization, by } = await world.staff();
  const signIn = { email: "fresh@example.com" as string | undefined, signedOut: [] as string[] };
  const api = world.open({
    ...createMeHandlers({
      directory,
      now,
      settings: { find: async (id) => settingsOf(id) },
      registry: { putOrganization: async () => undefined },
      randomBytes: (count: number) => new Uint8Array(count).fill(7),
      sleep: async (delayMs: number) => world.setClock(now() + delayMs),
      signIn: {
        emailOf: async () => signIn.email,
        signOut: async (user) => void signIn.signedOut.push(user),
      },
    }),
    ...createAuditHandlers({ audit }),
  });
  return { world, api, organization, by, signIn, outsider: await world.outsider() };
};

describe("me", () => {
  test("says who is signed in, and where with which role", async () => {
    const { world, api, organization, by, outsider } = await prepare();
    const member = { token: tokenOf(by.member) };
    expect((await callApi(api, getMe, member)).body).toMatchObject({
      membership: { role: "member", organization: { id: organization, name: "Acme" } },
    });
    const alone = await callApi(api, getMe, { token: tokenOf(outsider) });
    expect(alone.body?.membership).toBeNull();
    await world.directory.markDeleted(organization, noon);
    expect((await callApi(api, getMe, member)).body?.membership).toBeNull();
  });

  test("takes over the verified address, also in the members' list", async () => {
    const { world, api, organization, by, signIn } = await prepare();
    const token = tokenOf(by.viewer);
    expect((await callApi(api, refreshMe, { token })).body).toEqual({ email: signIn.email });
    const members = await world.directory.listMembers(organization);
    expect(members.find(({ user }) => user === by.viewer)?.email).toBe(signIn.email);
    signIn.email = undefined;
    expect((await callApi(api, refreshMe, { token })).code).toBe("email_unverified");
  });

  test("signing out everywhere ends sessions of this second too, and lets in whoever signs in after", async () => {
    const { world, api, by, signIn } = await prepare();
    world.setClock(noon + 700);
    const begun = tokenOf(by.viewer, noon);
    expect((await callApi(api, signOutEverywhere, { token: begun })).status).toBe(204);
    expect(signIn.signedOut).toEqual([by.viewer]);
    expect((await callApi(api, getMe, { token: begun })).status).toBe(401);
    expect(world.now()).toBe(noon + 1_000);
    const after = tokenOf(by.viewer, Math.floor(world.now() / 1_000) * 1_000);
    expect((await callApi(api, getMe, { token: after })).status).toBe(200);
  });

  test("leaving keeps the session; the last owner can't", async () => {
    const { api, by } = await prepare();
    const owner = { token: tokenOf(by.owner) };
    expect(await callApi(api, leaveOrganization, owner)).toMatchObject({
      status: 409,
      code: "last_owner",
    });
    const token = tokenOf(by.member);
    expect((await callApi(api, leaveOrganization, { token })).status).toBe(204);
    expect((await callApi(api, getMe, { token })).body?.membership).toBeNull();
  });

  test("whoever has no organization makes one and owns it; its first row says so", async () => {
    const { api, by, outsider } = await prepare();
    const body = { name: "New", timeZone: "Europe/Berlin" };
    const token = tokenOf(outsider);
    expect((await callApi(api, createOrganization, { token, body })).status).toBe(201);
    expect((await callApi(api, getMe, { token })).body).toMatchObject({
      membership: { role: "owner" },
    });
    const { body: audit } = await callApi(api, listAudit, { token });
    expect(audit).toMatchObject({ rows: [{ action: "organization.create" }], next: null });
    const again = { token: tokenOf(by.viewer), body };
    expect((await callApi(api, createOrganization, again)).code).toBe("has_organization");
  });

  test("the audit log is told page by page, and of one's own organization only", async () => {
    const { world, api, by } = await prepare();
    for (const role of ["viewer", "member"] as const) {
      world.setClock(world.now() + 1);
      await callApi(api, refreshMe, { token: tokenOf(by[role]) });
    }
    const asAdmin = { token: tokenOf(by.admin) };
    const first = (await callApi(api, listAudit, { ...asAdmin, query: { limit: "1" } })).body;
    expect(first).toMatchObject({ rows: [{ user: by.member, action: "me.refresh" }] });
    const query = { limit: "10", cursor: String(first?.next) };
    const second = (await callApi(api, listAudit, { ...asAdmin, query })).body;
    expect(second).toMatchObject({ rows: [{ user: by.viewer }], next: null });
    const { owner } = (await world.staff()).by;
    expect((await callApi(api, listAudit, { token: tokenOf(owner) })).body?.rows).toEqual([]);
  });
});
