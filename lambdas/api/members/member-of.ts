import type { UserId } from "../../../core/contract/fields";
import type { OrganizationId } from "../../../core/ids";
import type { Directory, Member } from "../../../core/ports/directory";
import { notFound } from "../problems";

/** @throws RequestError 404, the same for who is in another organization and for who is nowhere. */
export const memberOf = async (
  organization: OrganizationId,
  id: UserId,
  directory: Pick<Directory, "findUser">,
): Promise<Member> => {
  const user = await directory.findUser(id);
  if (user?.membership?.organization !== organization) throw notFound("member");
  const { role, since } = user.membership;
  return { user: id, email: user.email, role, since };
};
