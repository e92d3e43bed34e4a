import type { Catalog } from "../../../core/catalog/catalog";
import type { OfferName } from "../../../core/catalog/offer";
import type { OrganizationAnswer, updateOrganization } from "../../../core/contract/organization";
import { RequestError } from "../../../core/errors";
import { cardAt } from "../../../core/money/card-at";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import { changeFields, orNone } from "../change-fields";
import type { ApiRequest } from "../handler";
import { notFound } from "../problems";
import type { OrganizationParts } from "./parts";
import { toOrganizationAnswer } from "./to-answer";

/** What `auto` is compared with has to be a chat model with a price, or no saving could be told. */
const problemOf = (
  name: OfferName,
  catalog: Catalog,
  { priceOverrides }: OrganizationSettings,
  now: number,
): string | undefined => {
  const offer = catalog.find(name);
  if (!offer) return "is not in the catalog";
  if ((offer.kind ?? "chat") !== "chat") return "is no chat model";
  if (offer.status === "retired") return "is retired";
  return priceOverrides[name] || cardAt(offer, now) ? undefined : "has no price";
};

const invalidBaseline = (name: OfferName, problem: string): RequestError =>
  new RequestError(
    400,
    "invalid_baseline",
    `body.baselineModel ${name} ${problem}; name a chat model of the catalog that has a price`,
    { param: "body.baselineModel" },
  );

/** Changes the settings that are given, whoever else changes others. */
export const changeOrganization = async (
  { actor: { organization }, body, note }: ApiRequest<typeof updateOrganization>,
  { registry, directory, catalog, now }: OrganizationParts,
): Promise<OrganizationAnswer> => {
  const { promptStorage, baselineModel } = body;
  const given = {
    ...body,
    budget: orNone(body.budget),
    // Off is how it is where nothing is said.
    promptStorage: promptStorage === false ? null : promptStorage,
  };
  const settings = await registry.updateOrganization(organization, (present) => {
    if (typeof baselineModel === "string") {
      const problem = problemOf(baselineModel, catalog, present, now());
      if (problem !== undefined) throw invalidBaseline(baselineModel, problem);
    }
    return changeFields(present, given);
  });
  const record = await directory.findOrganization(organization);
  if (!settings || !record) throw notFound("organization");
  note({ target: organization, details: { ...body } });
  return toOrganizationAnswer(record, settings);
};
