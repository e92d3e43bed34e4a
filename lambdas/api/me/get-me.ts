import type { getMe as operation } from "../../../core/contract/me";
import type { AnswerOf } from "../../../core/contract/operation";
import type { ApiRequest } from "../handler";
import { type FindOrganizationParts, findOrganization } from "./find-organization";

export type GetMeParts = FindOrganizationParts;

/** A membership in a deleted organization is none. */
export const getMe = async (
  { actor: { user } }: ApiRequest<typeof operation>,
  parts: GetMeParts,
): Promise<AnswerOf<typeof operation>> => {
  const { id, email, createdAt, membership } = user;
  return {
    user: { id, email, createdAt: new Date(createdAt).toISOString() },
    membership: membership
      ? {
          role: membership.role,
          since: new Date(membership.since).toISOString(),
          organization: await findOrganization(membership.organization, parts),
        }
      : null,
  };
};
