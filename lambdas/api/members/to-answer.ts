import type { MemberAnswer } from "../../../core/contract/members";
import type { Member } from "../../../core/ports/directory";

export const toMemberAnswer = ({ user, email, role, since }: Member): MemberAnswer => ({
  user,
  email,
  role,
  since: new Date(since).toISOString(),
});
