import type { OrganizationId } from "../../core/ids";
import type { OrganizationSettings } from "../../core/ports/access-store";
import type { Registry } from "../../core/ports/registry";
import { notFound } from "./problems";

/** The organization's settings. @throws RequestError 404 where it has none. */
export const settingsOf = async (
  registry: Pick<Registry, "findOrganization">,
  organization: OrganizationId,
): Promise<OrganizationSettings> => {
  const settings = await registry.findOrganization(organization);
  if (!settings) throw notFound("organization");
  return settings;
};
