import type { KeyId, OrganizationId } from "../../core/ids";
import type { AccessStore, OrganizationSettings } from "../../core/ports/access-store";

/** The store reads settings together with a key; no key has this id's secret, and none is looked at. */
const noKey = "0000000000" as KeyId;

/** An organization's settings with what its callers said of answers, as the gateway reads them. */
export const readSettings = async (
  access: Pick<AccessStore, "read">,
  organization: OrganizationId,
): Promise<OrganizationSettings> => {
  const { organization: settings } = await access.read(organization, noKey);
  if (!settings) throw new Error(`organization ${organization} has no settings`);
  return settings;
};
