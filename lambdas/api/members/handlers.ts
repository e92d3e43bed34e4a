import type { memberOperations } from "../../../core/contract/members";
import { mayAs } from "../../../core/contract/role";
import type { Directory, Member } from "../../../core/ports/directory";
import type { HandlersOf } from "../handler";
import { type ChangeRoleParts, changeRole } from "./change-role";
import { type RemoveMemberParts, removeMember } from "./remove-member";
import { toMemberAnswer } from "./to-answer";

export type MemberParts = ChangeRoleParts &
  RemoveMemberParts & { readonly directory: Pick<Directory, "listMembers"> };

/** Owners first; of one role whoever is there longest. */
const byRole = (one: Member, other: Member): number => {
  if (one.role !== other.role) return mayAs(one.role, other.role) ? -1 : 1;
  return one.since - other.since || one.email.localeCompare(other.email);
};

export const createMemberHandlers = (parts: MemberParts): HandlersOf<typeof memberOperations> => ({
  "members.list": async ({ actor }) => {
    const members = await parts.directory.listMembers(actor.organization);
    return { members: [...members].sort(byRole).map(toMemberAnswer) };
  },
  "members.change-role": (request) => changeRole(request, parts),
  "members.remove": (request) => removeMember(request, parts),
});
