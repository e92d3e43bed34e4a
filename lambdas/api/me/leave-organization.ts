import type { leaveOrganization as operation } from "../../../core/contract/me";
import type { Directory } from "../../../core/ports/directory";
import type { ApiRequest } from "../handler";
import { lastOwner, notFound } from "../problems";

export type LeaveParts = { readonly directory: Pick<Directory, "removeMember"> };

/** Sessions go on: whoever left may make an organization, or accept an invite. */
export const leaveOrganization = async (
  { actor: { user, organization, role }, note }: ApiRequest<typeof operation>,
  { directory }: LeaveParts,
): Promise<undefined> => {
  const outcome = await directory.removeMember(organization, user.id);
  if (outcome === "last-owner") throw lastOwner();
  if (outcome === "not-found") throw notFound("member");
  note({ target: user.id, details: { role } });
};
