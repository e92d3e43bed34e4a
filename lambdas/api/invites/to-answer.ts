import type { InviteAnswer } from "../../../core/contract/invites";
import type { Invite } from "../../../core/ports/directory";

/** @param now - milliseconds since 1970 UTC. */
export const toInviteAnswer = (invite: Invite, now: number): InviteAnswer => {
  const { id, email, role, invitedBy, sentAt, expiresAt } = invite;
  return {
    id,
    email,
    role,
    invitedBy,
    sentAt: new Date(sentAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    expired: expiresAt <= now,
  };
};
