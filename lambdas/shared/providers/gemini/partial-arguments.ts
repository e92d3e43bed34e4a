import type { PartialArgument } from "./chunk";

type Steps = readonly (string | number)[];
type Node = { readonly [key: string]: unknown } | readonly unknown[];

/** `$.items[0].name`, `$["a key"]`: the steps from the whole to one value. */
const stepsOf = (path: string): Steps =>
  [...path.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\[(["'])(.*?)\3\]/g)].map(
    ([, name, index, , quoted]) => (index === undefined ? (name ?? quoted ?? "") : Number(index)),
  );

/** More places than any list of arguments has: a number beyond it is no place. */
const longestList = 10_000;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

const childOf = (node: unknown, step: string | number): unknown =>
  isNode(node) ? Object.getOwnPropertyDescriptor(node, step)?.value : undefined;

const pieceOf = (argument: PartialArgument, before: unknown): unknown => {
  const { stringValue, numberValue, boolValue } = argument;
  if (stringValue != null) return (typeof before === "string" ? before : "") + stringValue;
  return numberValue ?? boolValue ?? (argument.nullValue === undefined ? before : null);
};

const withValue = (node: unknown, steps: Steps, argument: PartialArgument): unknown => {
  const [step, ...rest] = steps;
  if (step === undefined) return pieceOf(argument, node);
  const child = withValue(childOf(node, step), rest, argument);
  if (typeof step === "number") {
    const list = Array.isArray(node) ? [...(node as readonly unknown[])] : [];
    if (step < longestList) list[step] = child;
    return list;
  }
  // Entries, not assignment: a key may be called `__proto__`.
  const entries = isNode(node) && !Array.isArray(node) ? Object.entries(node) : [];
  const known = entries.some(([key]) => key === step);
  return Object.fromEntries(
    known
      ? entries.map(([key, value]) => [key, key === step ? child : value])
      : [...entries, [step, child]],
  );
};

/** A call's arguments, with one more piece of one of their values: texts come in several. */
export const withPiece = (args: unknown, argument: PartialArgument): unknown =>
  withValue(args, stepsOf(argument.jsonPath), argument);
