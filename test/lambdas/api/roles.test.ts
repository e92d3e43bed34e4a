import type { UserId } from "../../../core/contract/fields";
import type { Operation } from "../../../core/contract/operation";
import { operations } from "../../../core/contract/operations";
import { RequestError } from "../../../core/errors";
import type { ApiHandlers } from "../../../lambdas/api/create-api";
import { noon } from "../../contracts/directory-world";
import { callApi } from "../../support/api-call";
import { sampleOf } from "../../support/api-samples";
import { openApiWorld, tokenOf } from "../../support/api-world";
import { type Caller, callers, readRoleTable } from "../../support/role-table";

/** Handlers that only tell that they were reached, by a status that nothing else has. */
const tellTale = Object.fromEntries(
  operations.map(({ id }) => [
    id,
    () => Promise.reject(new RequestError(418, "reached", "the handler was reached")),
  ]),
) as unknown as ApiHandlers;

const table = readRoleTable();
const mayCall = (id: string, caller: Caller): boolean =>
  table.find(({ operation }) => operation === id)?.may.includes(caller) ?? false;

const prepare = async () => {
  const world = openApiWorld();
  const { organization, by } = await world.staff();
  const users: Readonly<Record<Caller, UserId | undefined>> = {
    nobody: undefined,
    "signed in": await world.outsider(),
    ...by,
  };
  const api = world.open(tellTale);
  const call = (operation: Operation, token?: string) =>
    callApi(api, operation, { ...sampleOf(operation), ...(token !== undefined && { token }) });
  return { world, organization, users, call };
};

/** What is told to whom may not. */
const refusals: Readonly<Record<string, readonly [number, string]>> = {
  nobody: [401, "unauthorized"],
  "signed in": [403, "no_organization"],
};

describe("roles", () => {
  const all = prepare();

  describe.each(callers)("%s", (caller) => {
    test.each(operations)("$id", async (operation) => {
      const { users, call } = await all;
      const user = users[caller];
      const { status, code } = await call(operation, user && tokenOf(user));
      const refused = refusals[caller] ?? [403, "forbidden"];
      expect([status, code]).toEqual(mayCall(operation.id, caller) ? [418, "reached"] : refused);
    });
  });

  const asNobody = (operation: Operation) =>
    mayCall(operation.id, "nobody") ? [418, "reached"] : refusals.nobody;

  test("a token that is none, of nobody, or of a session that ended is as good as no token", async () => {
    const { world, users, call } = await prepare();
    const { owner } = users;
    if (owner === undefined) throw new Error("there is no owner");
    await world.directory.endSessions(owner, noon + 1);
    const stranger = "00000000-0000-4000-8000-999999999999" as UserId;
    for (const token of ["rubbish", tokenOf(stranger), tokenOf(owner, noon)]) {
      for (const operation of operations) {
        const { status, code } = await call(operation, token);
        expect([operation.id, status, code]).toEqual([
          operation.id,
          ...(asNobody(operation) ?? []),
        ]);
      }
    }
  });

  test("an owner of a deleted organization may what somebody without one may", async () => {
    const { world, organization, users, call } = await prepare();
    const { owner } = users;
    if (owner === undefined) throw new Error("there is no owner");
    await world.directory.markDeleted(organization, noon);
    for (const operation of operations) {
      const { status, code } = await call(operation, tokenOf(owner));
      const expected = mayCall(operation.id, "signed in")
        ? [418, "reached"]
        : refusals["signed in"];
      expect([operation.id, status, code]).toEqual([operation.id, ...(expected ?? [])]);
    }
  });

  test("a role that was taken a moment ago counts no more", async () => {
    const { world, organization, users, call } = await prepare();
    const { admin } = users;
    const [operation] = operations.filter(({ id }) => id === "audit.list");
    if (admin === undefined || operation === undefined) throw new Error("something is missing");
    expect((await call(operation, tokenOf(admin))).status).toBe(418);
    await world.directory.changeRole(organization, admin, "member");
    expect((await call(operation, tokenOf(admin))).status).toBe(403);
    await world.directory.removeMember(organization, admin);
    expect((await call(operation, tokenOf(admin))).code).toBe("no_organization");
  });
});
