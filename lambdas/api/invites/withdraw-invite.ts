import type { withdrawInvite as operation } from "../../../core/contract/invites";
import type { Directory } from "../../../core/ports/directory";
import type { ApiRequest } from "../handler";
import { ownersAlone } from "../owners-alone";
import { notFound } from "../problems";

export type WithdrawInviteParts = {
  readonly directory: Pick<Directory, "getInvite" | "removeInvite">;
};

export const withdrawInvite = async (
  { actor, params, note }: ApiRequest<typeof operation>,
  { directory }: WithdrawInviteParts,
): Promise<undefined> => {
  const { organization } = actor;
  const invite = await directory.getInvite(organization, params.invite);
  if (!invite) throw notFound("invite");
  ownersAlone(actor, invite.role);
  if ((await directory.removeInvite(organization, invite.id)) === "not-found") {
    throw notFound("invite");
  }
  note({ details: { email: invite.email, role: invite.role } });
};
