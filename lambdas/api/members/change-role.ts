import type { changeRole as operation } from "../../../core/contract/members";
import type { AnswerOf } from "../../../core/contract/operation";
import type { Directory } from "../../../core/ports/directory";
import type { ApiRequest } from "../handler";
import { ownersAlone } from "../owners-alone";
import { lastOwner, notFound } from "../problems";
import { memberOf } from "./member-of";
import { toMemberAnswer } from "./to-answer";

export type ChangeRoleParts = { readonly directory: Pick<Directory, "findUser" | "changeRole"> };

export const changeRole = async (
  { actor, params, body: { role }, note }: ApiRequest<typeof operation>,
  { directory }: ChangeRoleParts,
): Promise<AnswerOf<typeof operation>> => {
  const { organization } = actor;
  const member = await memberOf(organization, params.user, directory);
  ownersAlone(actor, member.role, role);
  const outcome = await directory.changeRole(organization, member.user, role);
  if (outcome === "not-found") throw notFound("member");
  if (outcome === "last-owner") throw lastOwner();
  note({ details: { email: member.email, from: member.role, to: role } });
  return toMemberAnswer({ ...member, role });
};
