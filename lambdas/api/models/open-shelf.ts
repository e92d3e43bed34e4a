import type { OrganizationId } from "../../../core/ids";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import type { ModelsParts } from "./parts";
import type { Shelf } from "./to-answer";

export const openShelf = async (
  organization: OrganizationId,
  settings: OrganizationSettings,
  { registry, now }: ModelsParts,
): Promise<Shelf> => {
  const credentials = await registry.listCredentials(organization);
  return { settings, held: new Set(credentials.map(({ provider }) => provider)), now: now() };
};
