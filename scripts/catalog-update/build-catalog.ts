import type { OfferFile, OfferRow } from "../../core/catalog/offer-row";
import type { ProviderId } from "../../core/catalog/provider-id";
import { createAbilityJudge, type Judged } from "./ability";
import { choosePrices } from "./choose-prices";
import type { Decisions } from "./decisions";
import type { Flag } from "./flags";
import { genaiCards } from "./genai-cards";
import { findGenai, type GenaiLookUp, type GenaiModel } from "./genai-prices";
import type { ModelsDev, ModelsDevRow } from "./models-dev";
import { modelsDevCard } from "./models-dev-card";
import { type Offered, offerRow } from "./offer-row";
import type { PublishedIndex } from "./published-index";
import { purposeOf } from "./purpose-of";

export type Sources = {
  readonly modelsDev: ModelsDev;
  readonly lookUp: GenaiLookUp;
  readonly decisions: Decisions;
  readonly published: PublishedIndex;
};

export type BuiltCatalog = {
  readonly files: readonly OfferFile[];
  readonly flags: readonly Flag[];
};

type Found = Offered & { readonly provider: ProviderId };

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Builds every offer file and the flags from the sources: the same input gives the same output. */
export const buildCatalog = (from: Sources): BuiltCatalog => {
  const flags: Flag[] = [];
  const flag = (entry: Flag) => void flags.push(entry);
  const found = withDecided(from.decisions, [
    ...listedOffers(from, flag),
    ...assumedOffers(from, flag),
  ]);
  const judge = createAbilityJudge(from.modelsDev, from.published, found.map(judged));
  const rows = new Map<ProviderId, OfferRow[]>();
  for (const offer of found) {
    const all = rows.get(offer.provider) ?? [];
    rows.set(offer.provider, [...all, offerRow(offer, judge(judged(offer)))]);
  }
  const files = [...rows].map(([provider, offers]) => ({
    provider,
    offers: offers.sort((a, b) => byCodeUnits(a.id, b.id)),
  }));
  return {
    files: files.sort((a, b) => byCodeUnits(a.provider, b.provider)),
    flags: flags.sort((a, b) => byCodeUnits(JSON.stringify(a), JSON.stringify(b))),
  };
};

const nameOf = ({ provider, id }: Found) => `${provider}/${id}`;

/** Adds what was decided of abilities that no source states. */
const withDecided = ({ structuredOutput }: Decisions, found: readonly Found[]): Found[] => {
  const decided = new Set(structuredOutput.flatMap(({ offers }) => offers));
  const names = new Set(found.map(nameOf));
  const gone = [...decided].find((name) => !names.has(name));
  if (gone !== undefined)
    throw new Error(`"${gone}" is not offered any more; take it out of the decisions`);
  return found.map((offer) =>
    decided.has(nameOf(offer))
      ? { ...offer, row: { ...offer.row, structured_output: true } }
      : offer,
  );
};

const judged = ({ id, row, prices, like }: Found): Judged => {
  const card = prices.at(-1);
  return {
    id: like === undefined ? id : row.id,
    baseModel: row.base_model,
    family: row.family,
    released: row.release_date,
    price: card ? (3 * card.input + card.output) / 4 : undefined,
  };
};

const pricesOf = (
  offer: Pick<Found, "provider" | "id" | "kind">,
  { lookUp, decisions }: Sources,
  flag: (flag: Flag) => void,
  cost: ModelsDevRow["cost"],
) => {
  const name = `${offer.provider}/${offer.id}`;
  const note = (field: string, kind: string, text: string) =>
    flag({ offer: name, field, kind, note: text });
  const genai = findGenai(lookUp, offer.provider, decisions.priceAs[name]?.model ?? offer.id);
  const requestFee =
    cost?.request !== undefined ||
    offer.id.startsWith("perplexity/sonar") ||
    genai?.prices.some(({ prices }) => "requests_kcount" in prices) === true;
  const prices = choosePrices(
    {
      offer: name,
      id: offer.id,
      kind: offer.kind,
      requestFee,
      modelsDev: modelsDevCard(cost, note),
      genai: genai ? genaiCards(genai, offer.kind, note) : [],
      isGenaiDocumented: genai !== undefined && isDocumented(genai),
    },
    decisions,
    flag,
  );
  if (cost?.input_audio !== undefined && prices.at(-1)?.audioInput === undefined)
    note("input", "audio-rate", `audio input is billed at ${cost.input_audio} USD per million`);
  return { genai, prices };
};

const isDocumented = ({ price_comments, prices }: GenaiModel) =>
  price_comments !== undefined ||
  prices.some(({ constraint }) => constraint?.type === "start_date");

const listedOffers = (from: Sources, flag: (flag: Flag) => void): Found[] =>
  from.modelsDev.rows.flatMap((row) => {
    const { provider, id } = row;
    if (provider === undefined) return [];
    const purpose = purposeOf({ provider, id, reach: row.reach, ...row.modalities });
    if (purpose === undefined) return [];
    const { genai, prices } = pricesOf({ provider, id, kind: purpose.kind }, from, flag, row.cost);
    const retired = row.status === "deprecated" || genai?.deprecated === true;
    return [{ provider, id, name: row.name ?? id, row, ...purpose, retired, prices }];
  });

/** Offers younger than the models.dev snapshot, with the capabilities of the one decided on. */
const assumedOffers = (from: Sources, flag: (flag: Flag) => void): Found[] =>
  Object.entries(from.decisions.like).map(([offer, like]) => {
    const [provider = "", ...rest] = offer.split("/");
    const id = rest.join("/");
    const row = from.modelsDev.rows.find((r) => `${r.provider}/${r.id}` === like);
    if (!row?.provider || row.provider !== provider)
      throw new Error(`"${offer}" is decided to be like "${like}", which models.dev does not have`);
    const target = { provider: row.provider, id, kind: "chat" } as const;
    const { genai, prices } = pricesOf(target, from, flag, undefined);
    if (!genai) throw new Error(`genai-prices has no "${offer}"; take it out of the decisions`);
    flag({ offer, field: "can", kind: "assumed", note: `as ${like}` });
    return {
      ...{ provider: row.provider, id, name: genai.name ?? id, row, kind: "chat", like, prices },
      retired: genai.deprecated === true,
      context: genai.context_window,
    } as const;
  });
