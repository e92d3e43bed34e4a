import type { OrganizationAnswer } from "../../../core/contract/organization";
import type { OrganizationId } from "../../../core/ids";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import type { Directory } from "../../../core/ports/directory";
import { toOrganizationAnswer } from "../organization/to-answer";
import { notFound } from "../problems";

export type FindOrganizationParts = {
  readonly directory: Pick<Directory, "findOrganization">;
  readonly settings: {
    find(organization: OrganizationId): Promise<OrganizationSettings | undefined>;
  };
};

/** @throws RequestError 404 where it was deleted in this very moment. */
export const findOrganization = async (
  organization: OrganizationId,
  { directory, settings }: FindOrganizationParts,
): Promise<OrganizationAnswer> => {
  const [record, found] = await Promise.all([
    directory.findOrganization(organization),
    settings.find(organization),
  ]);
  if (!record || !found) throw notFound("organization");
  return toOrganizationAnswer(record, found);
};
