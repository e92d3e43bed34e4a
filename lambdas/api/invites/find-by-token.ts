import type { Directory, Invite } from "../../../core/ports/directory";
import { hashToken } from "./invite-token";
import { inviteExpired, noSuchInvite } from "./problems";

export type FindByTokenParts = {
  readonly directory: Pick<Directory, "findInvite" | "findOrganization">;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

/**
 * The invite that a link belongs to, where it is still good.
 *
 * @throws RequestError 404 or 410.
 */
export const findByToken = async (
  token: string,
  { directory, now }: FindByTokenParts,
): Promise<Invite> => {
  const invite = await directory.findInvite(hashToken(token));
  if (!invite) throw noSuchInvite();
  const record = await directory.findOrganization(invite.organization);
  if (!record || record.deletedAt !== undefined) throw noSuchInvite();
  if (invite.expiresAt <= now()) throw inviteExpired();
  return invite;
};
