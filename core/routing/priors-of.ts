import { canonicalName, lastPart } from "../catalog/canonical-name";
import type { Offer } from "../catalog/offer";
import known from "../catalog/task-priors.json";
import type { Prior } from "./prior";
import { type Task, tasks } from "./task";

/** A row of `task-priors.json`, in the order of `tasks`: per mille, and places in its `sources`. */
type Row = { readonly mean: readonly number[]; readonly from: readonly number[] | number };

// Held to its schema by the command that makes it and by a test, not here: a cold start waits for it.
const { curves, observations, sources, ...named } = known as unknown as {
  readonly curves: Readonly<Record<Task, readonly [a: number, b: number, top: number]>>;
  readonly observations: Readonly<Record<Offer["ability"]["basis"], number>>;
  readonly sources: readonly (readonly [observations: number, what: string])[];
  readonly aliases: Readonly<Record<string, string>>;
  readonly models: Readonly<Record<string, Row>>;
};

// Maps, as a model may be called "constructor".
const aliases = new Map(Object.entries(named.aliases));
const rows = new Map(Object.entries(named.models));

/** Rows read so far: a model has the same priors at each of its providers. */
const read = new Map<string, readonly Prior[]>();

const fromRow = ({ mean, from }: Row): readonly Prior[] =>
  mean.map((perMille, at) => ({
    mean: perMille / 1000,
    observations: sources[typeof from === "number" ? from : (from[at] ?? 0)]?.[0] ?? 0,
  }));

/** Shipped ids are known by their last part; others are stripped of what providers add. */
const modelOf = (id: string): string => {
  const last = lastPart(id);
  const shipped = aliases.get(last) ?? (rows.has(last) ? last : undefined);
  if (shipped !== undefined) return shipped;
  const name = canonicalName(id);
  return aliases.get(name) ?? name;
};

const ofModel = (model: string): readonly Prior[] | undefined => {
  const before = read.get(model);
  const row = rows.get(model);
  if (before || !row) return before;
  const priors = fromRow(row);
  read.set(model, priors);
  return priors;
};

const ofAbility = ({ score, basis }: Offer["ability"]): readonly Prior[] =>
  tasks.map((task) => {
    const [a, b, top] = curves[task];
    return { mean: top / (1 + Math.exp(-(a + b * score))), observations: observations[basis] };
  });

/**
 * An offer's priors, one for each task, in the order of `tasks`: the model's own where it is known,
 * else what models of its ability reach. What an operator says of a model of their own counts,
 * whatever its name resembles.
 */
export const priorsOf = ({ provider, id, ability }: Offer): readonly Prior[] => {
  const isOwn = provider === "custom" || provider === "sandbox";
  return (isOwn ? undefined : ofModel(modelOf(id))) ?? ofAbility(ability);
};
