import type { previewInvite as operation } from "../../../core/contract/invites";
import type { AnswerOf } from "../../../core/contract/operation";
import type { OrganizationId } from "../../../core/ids";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import type { ApiRequest } from "../handler";
import { type FindByTokenParts, findByToken } from "./find-by-token";
import { noSuchInvite } from "./problems";

export type PreviewInviteParts = FindByTokenParts & {
  readonly settings: {
    find(organization: OrganizationId): Promise<OrganizationSettings | undefined>;
  };
};

/** Public: whoever can name 256 random bits holds the letter. */
export const previewInvite = async (
  { body }: ApiRequest<typeof operation>,
  parts: PreviewInviteParts,
): Promise<AnswerOf<typeof operation>> => {
  const { organization, email, role, invitedBy, expiresAt } = await findByToken(body.token, parts);
  const found = await parts.settings.find(organization);
  if (!found) throw noSuchInvite();
  return {
    organization: found.name,
    email,
    role,
    invitedBy,
    expiresAt: new Date(expiresAt).toISOString(),
  };
};
