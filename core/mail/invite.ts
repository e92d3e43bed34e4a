import type { Role } from "../contract/role";
import type { Letter } from "../ports/mailer";

export type InviteLetter = {
  readonly to: string;
  /** Its name. */
  readonly organization: string;
  readonly role: Role;
  /** The e-mail address of who invited. */
  readonly invitedBy: string;
  readonly link: string;
  /** Milliseconds since 1970 UTC. */
  readonly expiresAt: number;
};

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** What is sent to somebody who is invited into an organization. */
export const inviteLetter = (invite: InviteLetter): Letter => {
  const { organization, role, invitedBy, link, expiresAt } = invite;
  const asked = `${invitedBy} invites you to join ${organization} on SmashCost as ${role}.`;
  const until = `The link is good until ${new Date(expiresAt).toUTCString()}.`;
  return {
    subject: `Join ${organization} on SmashCost`,
    text: `${asked}\n\n${link}\n\n${until}\n`,
    html: `<p>${escaped(asked)}</p><p><a href="${escaped(link)}">Join</a></p><p>${escaped(until)}</p>`,
  };
};
