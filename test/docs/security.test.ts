import type { Least } from "../../core/contract/operation";
import { operations } from "../../core/contract/operations";
import { type Caller, callers, readRoleTable } from "../support/role-table";

const least: Readonly<Record<Least, Caller>> = {
  public: "nobody",
  "signed-in": "signed in",
  viewer: "viewer",
  member: "member",
  admin: "admin",
  owner: "owner",
};

describe("the table of docs/security.md", () => {
  const rows = readRoleTable();

  test("has every operation of the contract, once, in its order", () => {
    expect(rows.map(({ operation }) => operation)).toEqual(operations.map(({ id }) => id));
  });

  test.each(operations)("says of $id who may", ({ id, least: role }) => {
    const row = rows.find(({ operation }) => operation === id);
    expect(row?.may).toEqual(callers.slice(callers.indexOf(least[role])));
  });
});
