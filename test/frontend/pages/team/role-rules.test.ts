import type { MemberAnswer } from "../../../../core/contract/members";
import type { Role } from "../../../../core/contract/role";
import {
  adminsAlone,
  lastOwner,
  ownersAlone,
  removeRuling,
  roleRuling,
} from "../../../../frontend/src/pages/team/role-rules";

const member = (user: string, role: Role): MemberAnswer => ({
  user,
  email: `${user}@example.com`,
  role,
  since: "2026-11-24T14:00:00.000Z",
});

const owner = member("olga", "owner");
const second = member("otto", "owner");
const admin = member("ada", "admin");
const viewer = member("vera", "viewer");
const one = [owner, admin, viewer];
const two = [owner, second, admin, viewer];

const all: readonly Role[] = ["owner", "admin", "member", "viewer"];
const withoutOwner = all.slice(1);

test.each([
  { name: "an owner makes owners", by: owner, of: viewer, members: one, ruling: { allowed: all } },
  {
    name: "an admin makes all but owners",
    by: admin,
    of: viewer,
    members: one,
    ruling: { allowed: withoutOwner },
  },
  {
    name: "an admin leaves owners alone",
    by: admin,
    of: owner,
    members: two,
    ruling: { because: ownersAlone },
  },
  {
    name: "a viewer changes nobody",
    by: viewer,
    of: admin,
    members: one,
    ruling: { because: adminsAlone },
  },
  {
    name: "the last owner stays one",
    by: owner,
    of: owner,
    members: one,
    ruling: { because: lastOwner },
  },
  {
    name: "one of two owners may go down",
    by: owner,
    of: owner,
    members: two,
    ruling: { allowed: all },
  },
])("$name", ({ by, of, members, ruling }) => {
  expect(roleRuling(by, of, members)).toEqual(ruling);
});

test.each([
  {
    name: "an admin removes a viewer",
    by: admin,
    of: viewer,
    members: one,
    ruling: { allowed: true },
  },
  {
    name: "an admin removes no owner",
    by: admin,
    of: second,
    members: two,
    ruling: { because: ownersAlone },
  },
  {
    name: "an owner removes another",
    by: owner,
    of: second,
    members: two,
    ruling: { allowed: true },
  },
  {
    name: "a viewer removes nobody",
    by: viewer,
    of: admin,
    members: one,
    ruling: { because: adminsAlone },
  },
  { name: "a viewer may leave", by: viewer, of: viewer, members: one, ruling: { allowed: true } },
  {
    name: "the last owner can't leave",
    by: owner,
    of: owner,
    members: one,
    ruling: { because: lastOwner },
  },
  {
    name: "one of two owners may leave",
    by: owner,
    of: owner,
    members: two,
    ruling: { allowed: true },
  },
])("$name", ({ by, of, members, ruling }) => {
  expect(removeRuling(by, of, members)).toEqual(ruling);
});
