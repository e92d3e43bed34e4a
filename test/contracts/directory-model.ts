import fc from "fast-check";
import type { InviteId, UserId } from "../../core/contract/fields";
import { type Role, roles } from "../../core/contract/role";
import type { OrganizationId } from "../../core/ids";
import type { Directory } from "../../core/ports/directory";
import { emailOf, inviteTo, noon } from "./directory-world";

/** One thing that is done to an organization, to the n-th of its people. */
export type Step = {
  readonly kind: "role" | "remove" | "join" | "email";
  readonly who: number;
  readonly role: Role;
};

export const people = 4;

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("role", "role", "remove", "join", "email"),
  who: fc.nat(people - 1),
  role: fc.constantFrom(...roles, "owner", "member"),
});

/** Rounds of steps; those of one round are done at once. */
export const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 4,
});

/** Does a step; what it answers is comparable between stores. */
export const runStep = async (
  directory: Directory,
  organization: OrganizationId,
  users: readonly UserId[],
  { kind, who, role }: Step,
  serial: number,
): Promise<string> => {
  const user = users[who] as UserId;
  if (kind === "role") return directory.changeRole(organization, user, role);
  if (kind === "remove") return directory.removeMember(organization, user);
  if (kind === "email") {
    await directory.setEmail(user, `n${serial}.${emailOf(user)}`);
    return "set";
  }
  const id = `Join${String(serial).padStart(12, "0")}` as InviteId;
  const invite = inviteTo(organization, { id, role });
  await directory.putInvite(invite, `${organization}${String(serial).padStart(52, "0")}`);
  return directory.acceptInvite(invite, user, noon + serial);
};
