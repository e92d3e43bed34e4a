import type { Dice } from "../seeded";
import { invalidSchema, type SchemaObject } from "./schema";

/** The usual spread where a schema leaves one or both sides open. */
const spread = 100;

const boundsOf = (schema: SchemaObject): readonly [number, number] => {
  const least = Math.max(schema.minimum ?? -Infinity, schema.exclusiveMinimum ?? -Infinity);
  const most = Math.min(schema.maximum ?? Infinity, schema.exclusiveMaximum ?? Infinity);
  if (Number.isFinite(least)) return [least, Number.isFinite(most) ? most : least + spread];
  return Number.isFinite(most) ? [Math.min(0, most - spread), most] : [0, spread];
};

/** A whole multiple of `step`; only those that division leaves whole in floating point. */
const multiple = (schema: SchemaObject, step: number, whole: boolean, dice: Dice): number => {
  const [least, most] = boundsOf(schema);
  const first = Math.ceil(least / step);
  const last = Math.max(Math.floor(most / step), first);
  const fits = (value: number) =>
    value >= least &&
    (schema.maximum === undefined || value <= schema.maximum) &&
    (schema.exclusiveMinimum === undefined || value > schema.exclusiveMinimum) &&
    (schema.exclusiveMaximum === undefined || value < schema.exclusiveMaximum) &&
    Number.isInteger(value / step) &&
    (!whole || Number.isInteger(value));
  const start = dice.between(first, last);
  const span = last - first + 2;
  // Around from a chance start, so that every multiple within the bounds is tried at most once.
  for (let i = 0; i < Math.min(span, 10_000); i++) {
    const value = Number(((first + ((start - first + i) % span)) * step).toPrecision(15));
    if (fits(value)) return value;
  }
  throw invalidSchema(`no number fits between ${least} and ${most} in steps of ${step}.`);
};

/**
 * A number within the schema's bounds.
 *
 * @throws SandboxError with status 400 where none fits.
 */
export const generateNumber = (schema: SchemaObject, whole: boolean, dice: Dice): number => {
  if (whole || schema.multipleOf !== undefined) {
    return multiple(schema, schema.multipleOf ?? 1, whole, dice);
  }
  const [least, most] = boundsOf(schema);
  if (least > most) throw invalidSchema(`no number is above ${least} and below ${most}.`);
  // The middle half lies strictly within the bounds, so exclusive ones hold as well.
  const value = least + (0.25 + dice.roll() / 2) * (most - least);
  const rounded = Math.round(value * 100) / 100;
  return rounded > least && rounded < most ? rounded : value;
};
