import type { resendInvite as operation } from "../../../core/contract/invites";
import type { AnswerOf } from "../../../core/contract/operation";
import type { Directory, Invite } from "../../../core/ports/directory";
import type { ApiRequest } from "../handler";
import { ownersAlone } from "../owners-alone";
import { notFound } from "../problems";
import { drawToken, hashToken } from "./invite-token";
import { inviteLifeMs, type SendInviteParts, sendInvite } from "./send-invite";
import { toInviteAnswer } from "./to-answer";

export type ResendInviteParts = SendInviteParts & {
  readonly directory: Pick<Directory, "getInvite" | "renewInvite">;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

/**
 * The mail goes first: where it is refused the old link is as good as before. It has milliseconds to
 * be read in before its token is known.
 */
export const resendInvite = async (
  { actor, params, note }: ApiRequest<typeof operation>,
  parts: ResendInviteParts,
): Promise<AnswerOf<typeof operation>> => {
  const { organization, user } = actor;
  const { directory, randomBytes, now } = parts;
  const earlier = await directory.getInvite(organization, params.invite);
  if (!earlier) throw notFound("invite");
  ownersAlone(actor, earlier.role);
  const sentAt = now();
  const expiresAt = sentAt + inviteLifeMs;
  const invite: Invite = { ...earlier, invitedBy: user.email, sentAt, expiresAt };
  const token = drawToken(randomBytes);
  await sendInvite(invite, token, parts);
  // It was accepted or withdrawn in the meantime: the new link must open nothing.
  if ((await directory.renewInvite(invite, hashToken(token))) === "not-found") {
    throw notFound("invite");
  }
  note({ details: { email: invite.email, role: invite.role } });
  return toInviteAnswer(invite, sentAt);
};
