import type { OfferName } from "../../../core/catalog/offer";
import type { ModelAnswer, overridePrice } from "../../../core/contract/models";
import type { PriceCard } from "../../../core/money/price-card";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import type { ApiRequest } from "../handler";
import { conflict, notFound } from "../problems";
import { settingsOf } from "../settings-of";
import { ownOffer, unknownOffer } from "./find-offer";
import { openShelf } from "./open-shelf";
import type { ModelsParts } from "./parts";
import { toModelAnswer } from "./to-answer";

type Price = ApiRequest<typeof overridePrice>["body"]["price"];

/** All settings of an organization are one item of at most 400 kB. */
const mostOverrides = 500;

const cardOf = (price: NonNullable<Price>, now: number): PriceCard =>
  ({
    tiers: [{ aboveInputTokens: 0, ...price }],
    source: "override",
    takenOn: new Date(now).toISOString().slice(0, 10),
  }) as unknown as PriceCard;

const withPrice = (
  present: OrganizationSettings,
  offer: OfferName,
  price: Price,
  now: number,
): OrganizationSettings => {
  const { [offer]: _, ...others } = present.priceOverrides;
  if (price === null) return { ...present, priceOverrides: others };
  if (Object.keys(others).length >= mostOverrides) {
    throw conflict(
      "too_many_prices",
      `${mostOverrides} prices of your own are set; take one away before you set another`,
    );
  }
  return { ...present, priceOverrides: { ...others, [offer]: cardOf(price, now) } };
};

/** Sets an offer's price for the organization alone, or takes it away again. */
export const setPrice = async (
  { actor: { organization }, body, note }: ApiRequest<typeof overridePrice>,
  parts: ModelsParts,
): Promise<ModelAnswer> => {
  const before = await openShelf(
    organization,
    await settingsOf(parts.registry, organization),
    parts,
  );
  const listed = parts.catalog.find(body.offer);
  const own = ownOffer(body.offer);
  const isOwn =
    before.settings.priceOverrides[body.offer] !== undefined || before.held.has(own.provider);
  if (!listed && !isOwn) throw unknownOffer(body.offer);
  const settings = await parts.registry.updateOrganization(organization, (present) =>
    withPrice(present, body.offer, body.price, before.now),
  );
  if (!settings) throw notFound("organization");
  note({ target: body.offer, details: { price: body.price } });
  return toModelAnswer(listed ?? own, { ...before, settings });
};
