import type { createInvite as operation } from "../../../core/contract/invites";
import type { AnswerOf } from "../../../core/contract/operation";
import type { OrganizationId } from "../../../core/ids";
import type { Directory, Invite } from "../../../core/ports/directory";
import type { ApiRequest } from "../handler";
import { ownersAlone } from "../owners-alone";
import { conflict } from "../problems";
import { inviteIdOf } from "./invite-id";
import { drawToken, hashToken } from "./invite-token";
import { inviteLifeMs, type SendInviteParts, sendInvite } from "./send-invite";
import { toInviteAnswer } from "./to-answer";

export type CreateInviteParts = SendInviteParts & {
  readonly directory: Pick<Directory, "listMembers" | "listInvites" | "putInvite" | "removeInvite">;
  /** Absent: nothing is limited. */
  readonly planLimits?: {
    /**
     * @param count - how many members and pending invites there are without the new one.
     * @throws RequestError where the plan has no room for it.
     */
    check(organization: OrganizationId, limit: "members", count: number): Promise<void>;
  };
  readonly randomBytes: (count: number) => Uint8Array;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

/** So many may be good at a time: a stolen session must not mail the world. */
const mostPending = 200;

const refuseNeedless = async (
  organization: OrganizationId,
  email: string,
  { directory, planLimits, now }: CreateInviteParts,
): Promise<void> => {
  const [members, invites] = await Promise.all([
    directory.listMembers(organization),
    directory.listInvites(organization),
  ]);
  if (members.some((member) => member.email === email)) {
    throw conflict("already_member", "whoever has this e-mail address is a member already");
  }
  const pending = invites.filter(({ expiresAt }) => expiresAt > now());
  if (pending.length >= mostPending) {
    throw conflict(
      "too_many_invites",
      `${mostPending} invites are pending, which is the most; withdraw some that nobody accepts`,
    );
  }
  const others = pending.filter((invite) => invite.email !== email);
  await planLimits?.check(organization, "members", members.length + others.length);
};

export const createInvite = async (
  { actor, body: { email, role }, note }: ApiRequest<typeof operation>,
  parts: CreateInviteParts,
): Promise<AnswerOf<typeof operation>> => {
  ownersAlone(actor, role);
  const { organization, user } = actor;
  await refuseNeedless(organization, email, parts);
  const { directory, randomBytes, now } = parts;
  const sentAt = now();
  const id = inviteIdOf(organization, email);
  const expiresAt = sentAt + inviteLifeMs;
  const invite: Invite = {
    id,
    organization,
    email,
    role,
    invitedBy: user.email,
    sentAt,
    expiresAt,
  };
  const token = drawToken(randomBytes);
  if ((await directory.putInvite(invite, hashToken(token))) === "has-one") {
    throw conflict("already_invited", "this e-mail address is invited already; send it again");
  }
  try {
    await sendInvite(invite, token, parts);
  } catch (error) {
    await directory.removeInvite(organization, id);
    throw error;
  }
  note({ target: id, details: { email, role } });
  return toInviteAnswer(invite, sentAt);
};
