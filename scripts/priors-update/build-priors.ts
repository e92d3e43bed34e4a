import { lastPart } from "../../core/catalog/canonical-name";
import type { Offer } from "../../core/catalog/offer";
import { observationBounds } from "../../core/routing/prior";
import { type Task, tasks } from "../../core/routing/task";
import { type Curves, fitCurves, onCurve } from "./curves";
import type { Draft } from "./draft";
import { type Evidence, gatherEvidence } from "./evidence";
import { inFamilyOrder } from "./family-order";
import { type ModelIndex, modelIndices } from "./model-indices";
import { type Aliases, modelKey } from "./model-key";
import type { PriorSources } from "./read-sources";
import type { TaskPriors } from "./schema";

/** What a curve's value is worth, by what the model's index rests on. */
const curveWorth = { index: 18, family: 8, price: 4 } as const;

/** What the curve's value of an offer is worth that has no row: an operator's word is as a relative's. */
const offerWorth = { benchmark: 18, family: 8, price: 4, declared: 8 } as const;

/** No model surely succeeds or fails. */
const least = 0.02;
const most = 0.985;

type Grouped = ReadonlyMap<string, readonly Evidence[]>;

const group = (evidence: readonly Evidence[]): Grouped => {
  const grouped = new Map<string, Evidence[]>();
  for (const entry of evidence) {
    const key = `${entry.task} ${entry.model}`;
    grouped.set(key, [...(grouped.get(key) ?? []), entry]);
  }
  return grouped;
};

const curvesOf = (grouped: Grouped, indices: ReadonlyMap<string, ModelIndex>): Curves =>
  fitCurves((task) =>
    [...indices].flatMap(([model, { index, basis }]) => {
      const found = grouped.get(`${task} ${model}`) ?? [];
      const worth = found.reduce((sum, entry) => sum + entry.worth, 0);
      if (basis !== "index" || worth === 0) return [];
      const mean = found.reduce((sum, entry) => sum + entry.worth * entry.mean, 0) / worth;
      return [{ index, mean, weight: Math.min(1, worth / 34) }];
    }),
  );

/** Evidence and the curve's value as Beta observations, added up. */
const merge = (task: Task, curves: Curves, own: ModelIndex, found: readonly Evidence[]): Draft => {
  const curve = { mean: onCurve(curves[task], own.index), worth: curveWorth[own.basis] };
  const all = [curve, ...found];
  const worth = all.reduce((sum, entry) => sum + entry.worth, 0);
  const mean = all.reduce((sum, entry) => sum + entry.worth * entry.mean, 0) / worth;
  return {
    mean: Math.min(most, Math.max(least, mean)),
    observations: Math.min(observationBounds.most, worth),
    source: [...found.map(({ source }) => source), own.source].join("; "),
    evidence: worth - curve.worth,
  };
};

const allOrOne = (values: readonly number[]): number[] | number =>
  values.every((value) => value === values[0]) ? (values[0] ?? 0) : [...values];

/**
 * The names that lead to a row: those that mean the model at any provider, and what the shipped
 * offers' ids end in, so that a cold start need not work these out by patterns.
 */
const aliasesOf = (aliases: Aliases, offers: readonly Offer[], rows: ReadonlySet<string>) => {
  const shipped = offers.map(({ id }) => [lastPart(id), modelKey(id, aliases)] as const);
  return Object.fromEntries(
    [...Object.entries(aliases), ...shipped]
      .filter(([name, model]) => name !== model && rows.has(model))
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
};

/** Builds the priors of every model that the catalog's chat offers are of. */
export const buildPriors = (sources: PriorSources, offers: readonly Offer[]): TaskPriors => {
  const grouped = group(gatherEvidence(sources));
  const indices = modelIndices(sources, offers);
  const curves = curvesOf(grouped, indices);
  const offered = new Set(offers.map(({ id }) => modelKey(id, sources.aliases)));
  const drafts = new Map(
    [...indices]
      .filter(([model]) => offered.has(model))
      .map(([model, own]) => [
        model,
        tasks.map((task) => merge(task, curves, own, grouped.get(`${task} ${model}`) ?? [])),
      ]),
  );
  const labels = new Map<string, readonly [number, string, number]>();
  const place = ({ source, observations }: Draft): number => {
    const label = `${observations} ${source}`;
    const found = labels.get(label) ?? [observations, source, labels.size];
    labels.set(label, found);
    return found[2];
  };
  const models = Object.fromEntries(
    [...inFamilyOrder(drafts, indices)].map(([model, row]) => [
      model,
      {
        mean: row.map(({ mean }) => Math.round(1000 * mean)),
        from: allOrOne(row.map(place)),
      },
    ]),
  );
  return {
    curves: { ...curves } as TaskPriors["curves"],
    observations: offerWorth,
    sources: [...labels.values()].map(([n, what]) => [n, what]),
    aliases: aliasesOf(sources.aliases, offers, new Set(drafts.keys())),
    models,
  };
};
