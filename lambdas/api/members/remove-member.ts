import type { removeMember as operation } from "../../../core/contract/members";
import type { Directory } from "../../../core/ports/directory";
import type { ApiRequest } from "../handler";
import { ownersAlone } from "../owners-alone";
import { lastOwner, notFound } from "../problems";
import { memberOf } from "./member-of";

export type RemoveMemberParts = {
  readonly directory: Pick<Directory, "findUser" | "removeMember" | "endSessions">;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

export const removeMember = async (
  { actor, params, note }: ApiRequest<typeof operation>,
  { directory, now }: RemoveMemberParts,
): Promise<undefined> => {
  const { organization, user } = actor;
  const member = await memberOf(organization, params.user, directory);
  ownersAlone(actor, member.role);
  const outcome = await directory.removeMember(organization, member.user);
  if (outcome === "not-found") throw notFound("member");
  if (outcome === "last-owner") throw lastOwner();
  // Their role is gone already: what ends here is a dashboard left open. Who signs in anew within
  // this second is let in, so the second is rounded down.
  const second = Math.floor(now() / 1_000) * 1_000;
  if (member.user !== user.id) await directory.endSessions(member.user, second);
  note({ details: { email: member.email, role: member.role } });
};
