import type { MemberAnswer } from "../../../../core/contract/members";
import { mayAs, type Role, roles } from "../../../../core/contract/role";

export type Acting = { readonly user: string; readonly role: Role };

/** Either what may be done, or why not. */
export type Ruling<Allowed> = { readonly allowed: Allowed } | { readonly because: string };

export const adminsAlone = "Admins and owners can do this.";
export const ownersAlone = "Owners alone change owners.";
export const lastOwner = "The last owner stays: make somebody else an owner first.";

const isLastOwner = (member: MemberAnswer, members: readonly MemberAnswer[]): boolean =>
  member.role === "owner" && members.filter(({ role }) => role === "owner").length === 1;

/** The roles that somebody may give, the highest first: owners alone make owners. */
export const rolesToGive = ({ role }: Acting): readonly Role[] =>
  roles.filter((each) => each !== "owner" || role === "owner").toReversed();

/** Which roles a member may be given by whoever looks. */
export const roleRuling = (
  acting: Acting,
  member: MemberAnswer,
  members: readonly MemberAnswer[],
): Ruling<readonly Role[]> => {
  if (!mayAs(acting.role, "admin")) return { because: adminsAlone };
  if (member.role === "owner" && acting.role !== "owner") return { because: ownersAlone };
  if (isLastOwner(member, members)) return { because: lastOwner };
  return { allowed: rolesToGive(acting) };
};

/** Whether a member may be taken out by whoever looks, or, if it is themselves, may leave. */
export const removeRuling = (
  acting: Acting,
  member: MemberAnswer,
  members: readonly MemberAnswer[],
): Ruling<true> => {
  if (isLastOwner(member, members) && acting.user === member.user) return { because: lastOwner };
  if (acting.user === member.user) return { allowed: true };
  if (!mayAs(acting.role, "admin")) return { because: adminsAlone };
  if (member.role === "owner" && acting.role !== "owner") return { because: ownersAlone };
  return isLastOwner(member, members) ? { because: lastOwner } : { allowed: true };
};
