import { mayAs } from "../../../core/contract/role";
import type { OrganizationId } from "../../../core/ids";
import type { AlertSettings } from "../../../core/ports/alert-store";
import type { Directory } from "../../../core/ports/directory";

/** Whom an alert is mailed to: those who are named, or else all owners and admins. */
export const findRecipients = async (
  directory: Pick<Directory, "listMembers">,
  organization: OrganizationId,
  { recipients }: AlertSettings,
): Promise<readonly string[]> => {
  if (recipients.length > 0) return recipients;
  const members = await directory.listMembers(organization);
  return members.filter(({ role }) => mayAs(role, "admin")).map(({ email }) => email);
};
