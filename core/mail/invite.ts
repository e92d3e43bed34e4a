import type { Role } from "../contract/role";
import type { Letter } from "../ports/mailer";
import { dayAndTime } from "./day-and-time";
import { toLetter } from "./layout";

export type InviteLetter = {
  readonly to: string;
  /** Its name. */
  readonly organization: string;
  readonly role: Role;
  /** The e-mail address of who invited. */
  readonly invitedBy: string;
  /** Opens the dashboard with the invite's token. */
  readonly link: string;
  /** Milliseconds since 1970 UTC. */
  readonly expiresAt: number;
};

const mayDo: Readonly<Record<Role, string>> = {
  viewer: "see spend, requests and settings",
  member: "see everything, and make and revoke API keys",
  admin: "change everything but plan and ownership",
  owner: "change everything, plan and ownership as well",
};

/** To somebody who is invited into an organization. */
export const inviteLetter = (invite: InviteLetter): Letter => {
  const { to, organization, role, invitedBy, link, expiresAt } = invite;
  return toLetter({
    subject: `Join ${organization} on SmashCost`,
    heading: `Join ${organization} on SmashCost`,
    blocks: [
      {
        kind: "paragraph",
        text: `${invitedBy} invites you to the SmashCost workspace of ${organization}.`,
      },
      {
        kind: "facts",
        facts: [
          ["Invited by", invitedBy],
          ["Organization", organization],
          ["Role", `${role}: you may ${mayDo[role]}`],
        ],
      },
      { kind: "link", label: "Accept the invite", url: link },
      {
        kind: "paragraph",
        text: `The link is valid for 7 days, until ${dayAndTime(expiresAt, "UTC")}, and for ${to} alone.`,
      },
    ],
    footer: `You get this because ${invitedBy} entered this address. If you don't know them, do nothing: nobody joins without the link.`,
  });
};
