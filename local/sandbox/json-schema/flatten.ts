import type { Dice } from "../seeded";
import { leastDepth } from "./least-depth";
import { mergeSchemas } from "./merge";
import type { Resolver } from "./resolver";
import { invalidSchema, type Schema, type SchemaObject } from "./schema";

/** Below this depth only what is required is made, by the shortest way. */
export const deep = 4;
/** What no sensible schema requires. */
export const tooDeep = 60;

/** A value in the making, `depth` levels below the root. */
export type Making = { readonly resolve: Resolver; readonly dice: Dice; readonly depth: number };

/** One of the alternatives; far down one of the shallowest. */
const choose = (choices: readonly Schema[], { resolve, dice, depth }: Making): Schema => {
  const depths = choices.map((choice) => leastDepth(choice, resolve));
  const limit = depth >= deep ? Math.min(...depths) : Number.MAX_SAFE_INTEGER;
  const [first = false, ...others] = choices.filter((_, index) => (depths[index] ?? 0) <= limit);
  return dice.pick([first, ...others]);
};

/** Refs, `allOf` and alternatives worked in, until only plain keywords are left. */
export const flatten = (schema: Schema, making: Making, hops = 0): SchemaObject => {
  if (schema === false) throw invalidSchema("'false' allows no value.");
  if (schema === true) return {};
  if (hops > tooDeep) throw invalidSchema("it recurses without an end.");
  const { $ref, ...unreferred } = schema;
  if ($ref !== undefined) {
    return flatten(mergeSchemas(making.resolve($ref), unreferred), making, hops + 1);
  }
  // Alternatives before `allOf`: what clashes in a merge waits there, and must get its turn.
  const { anyOf, ...rest } = unreferred;
  if (anyOf) return flatten(mergeSchemas(rest, choose(anyOf, making)), making, hops + 1);
  const { oneOf, ...single } = rest;
  if (oneOf) return flatten(mergeSchemas(single, choose(oneOf, making)), making, hops + 1);
  const { allOf, ...plain } = single;
  if (allOf) return flatten(allOf.reduce(mergeSchemas, plain), making, hops + 1);
  return plain;
};
