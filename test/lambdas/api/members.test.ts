import type { UserId } from "../../../core/contract/fields";
import { changeRole, listMembers, removeMember } from "../../../core/contract/members";
import type { Role } from "../../../core/contract/role";
import { createMemberHandlers } from "../../../lambdas/api/members/handlers";
import { callApi } from "../../support/api-call";
import { openApiWorld, tokenOf } from "../../support/api-world";

const prepare = async () => {
  const world = openApiWorld();
  const { organization, by } = await world.staff();
  const { directory, now } = world;
  const api = world.open(createMemberHandlers({ directory, now }));
  const change = (as: Role, user: UserId, role: Role) =>
    callApi(api, changeRole, { token: tokenOf(by[as]), params: { user }, body: { role } });
  const remove = (as: Role, user: UserId) =>
    callApi(api, removeMember, { token: tokenOf(by[as]), params: { user } });
  return { world, api, organization, by, change, remove };
};

describe("members", () => {
  test("are listed with owners first", async () => {
    const { api, by } = await prepare();
    const { body } = await callApi(api, listMembers, { token: tokenOf(by.viewer) });
    const members = body?.members as { role: Role }[];
    expect(members.map(({ role }) => role)).toEqual(["owner", "admin", "member", "viewer"]);
  });

  test("admins change roles below an owner's, and the row says from what to what", async () => {
    const { world, by, change } = await prepare();
    expect(await change("admin", by.viewer, "admin")).toMatchObject({ body: { role: "admin" } });
    expect(world.audit.rows.at(-1)).toMatchObject({
      action: "members.change-role",
      target: by.viewer,
      details: { from: "viewer", to: "admin" },
    });
  });

  test("admins neither make nor unmake nor take out owners", async () => {
    const { world, by, change, remove } = await prepare();
    const refused = [
      await change("admin", by.admin, "owner"),
      await change("admin", by.owner, "viewer"),
      await remove("admin", by.owner),
    ];
    expect(refused.map(({ code }) => code)).toEqual(["forbidden", "forbidden", "forbidden"]);
    expect(world.audit.rows).toEqual([]);
  });

  test("the last owner is neither demoted nor taken out", async () => {
    const { by, change, remove } = await prepare();
    const outcomes = [await change("owner", by.owner, "admin"), await remove("owner", by.owner)];
    expect(outcomes).toMatchObject([
      { status: 409, code: "last_owner" },
      { status: 409, code: "last_owner" },
    ]);
  });

  test("whoever is taken out is signed out, and has no membership", async () => {
    const { world, api, by, remove } = await prepare();
    world.setClock(world.now() + 5_000);
    expect((await remove("admin", by.member)).status).toBe(204);
    expect((await world.directory.findUser(by.member))?.membership).toBeUndefined();
    expect((await callApi(api, listMembers, { token: tokenOf(by.member) })).status).toBe(401);
  });

  test("members of others are answered as nobody is", async () => {
    const { world, change, remove } = await prepare();
    const other = (await world.staff()).by.viewer;
    const nobody = "00000000-0000-4000-8000-999999999999" as UserId;
    expect(await change("owner", other, "admin")).toEqual(await change("owner", nobody, "admin"));
    expect(await remove("owner", other)).toMatchObject({ status: 404, code: "not_found" });
  });
});
