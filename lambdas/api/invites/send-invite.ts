import type { OrganizationId } from "../../../core/ids";
import { inviteLetter } from "../../../core/mail/invite";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import type { Invite } from "../../../core/ports/directory";
import type { Log } from "../../../core/ports/log";
import type { Mailer } from "../../../core/ports/mailer";
import { notFound } from "../problems";
import { mailFailed } from "./problems";

export type SendInviteParts = {
  readonly mailer: Mailer;
  readonly settings: {
    find(organization: OrganizationId): Promise<OrganizationSettings | undefined>;
  };
  readonly log: Log;
  /** Where the dashboard is, without a slash at the end. */
  readonly dashboardUrl: string;
};

/** How long a link is good. */
export const inviteLifeMs = 7 * 86_400_000;

/**
 * Mails the link; the one place where the token is in the clear.
 *
 * @throws RequestError 502 where the mail service did not take it.
 */
export const sendInvite = async (
  invite: Invite,
  token: string,
  { mailer, settings, log, dashboardUrl }: SendInviteParts,
): Promise<void> => {
  const { organization, email: to, role, invitedBy, expiresAt } = invite;
  const found = await settings.find(organization);
  if (!found) throw notFound("organization");
  const link = `${dashboardUrl}/invite?token=${token}`;
  const letter = inviteLetter({
    to,
    organization: found.name,
    role,
    invitedBy,
    link,
    expiresAt,
  });
  try {
    await mailer.send(to, letter);
  } catch (error) {
    const { name } = error as Partial<Error>;
    log.warn("an invite could not be mailed", { organization, invite: invite.id, error: name });
    throw mailFailed();
  }
};
