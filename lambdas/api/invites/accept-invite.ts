import type { acceptInvite as operation } from "../../../core/contract/invites";
import type { AnswerOf } from "../../../core/contract/operation";
import { RequestError } from "../../../core/errors";
import type { Directory } from "../../../core/ports/directory";
import type { ApiRequest } from "../handler";
import { hasOrganization } from "../problems";
import { type FindByTokenParts, findByToken } from "./find-by-token";
import { noSuchInvite } from "./problems";

export type AcceptInviteParts = FindByTokenParts & {
  readonly directory: Pick<Directory, "acceptInvite">;
};

/** Does not say which address: whoever was forwarded a letter need not learn more than it holds. */
const otherAddress = () =>
  new RequestError(
    403,
    "other_email",
    "this invite is for another e-mail address than yours; sign in with that one, or ask for an invite to yours",
  );

export const acceptInvite = async (
  { actor: { user }, body, note }: ApiRequest<typeof operation>,
  parts: AcceptInviteParts,
): Promise<AnswerOf<typeof operation>> => {
  const { directory, now } = parts;
  const invite = await findByToken(body.token, parts);
  if (invite.email !== user.email) throw otherAddress();
  const at = now();
  const outcome = await directory.acceptInvite(invite, user.id, at);
  if (outcome === "gone") throw noSuchInvite();
  if (outcome === "has-one") throw hasOrganization();
  const { organization, id, role } = invite;
  note({ organization, target: id, details: { role } });
  return { user: user.id, email: user.email, role, since: new Date(at).toISOString() };
};
