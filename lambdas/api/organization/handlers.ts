import type { organizationOperations } from "../../../core/contract/organization";
import type { HandlersOf } from "../handler";
import { notFound } from "../problems";
import { settingsOf } from "../settings-of";
import type { OrganizationParts } from "./parts";
import { toOrganizationAnswer } from "./to-answer";
import { changeOrganization } from "./update-organization";

export const createOrganizationHandlers = (
  parts: OrganizationParts,
): HandlersOf<typeof organizationOperations> => ({
  async "organization.get"({ actor: { organization } }) {
    const record = await parts.directory.findOrganization(organization);
    if (!record) throw notFound("organization");
    return toOrganizationAnswer(record, await settingsOf(parts.registry, organization));
  },

  "organization.update": (request) => changeOrganization(request, parts),
});
