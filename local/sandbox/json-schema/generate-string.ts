import RandExp from "randexp";
import type { Dice } from "../seeded";
import { invalidSchema, type SchemaObject } from "./schema";

const words = [
  ...["canned", "sandbox", "sample", "pretend", "example", "placid", "amber", "harbor", "meadow"],
  ...["lantern", "copper", "willow", "orbit", "velvet", "cedar", "summit", "river", "ember"],
] as const;

const two = (n: number) => String(n).padStart(2, "0");
const hex = (length: number, dice: Dice) =>
  Array.from({ length }, () => dice.between(0, 15).toString(16)).join("");
const date = (dice: Dice) => `2026-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`;
const time = (dice: Dice) =>
  `${two(dice.between(0, 23))}:${two(dice.between(0, 59))}:${two(dice.between(0, 59))}Z`;
const word = (dice: Dice): string => dice.pick(words);

/** The formats of structured outputs. */
const formats: Readonly<Record<string, (dice: Dice) => string>> = {
  date,
  time,
  "date-time": (dice) => `${date(dice)}T${time(dice)}`,
  duration: (dice) => `PT${dice.between(1, 59)}M`,
  email: (dice) => `${word(dice)}@example.com`,
  hostname: (dice) => `${word(dice)}.example.com`,
  ipv4: (dice) => `192.0.2.${dice.between(1, 254)}`,
  ipv6: (dice) => `2001:db8::${hex(4, dice)}`,
  uri: (dice) => `https://example.com/${word(dice)}`,
  uuid: (dice) =>
    `${hex(8, dice)}-${hex(4, dice)}-4${hex(3, dice)}-8${hex(3, dice)}-${hex(12, dice)}`,
};

const fits = (text: string, { minLength, maxLength, pattern }: SchemaObject) => {
  const { length } = Array.from(text);
  return (
    length >= (minLength ?? 0) &&
    length <= (maxLength ?? Infinity) &&
    (pattern === undefined || new RegExp(pattern, "u").test(text))
  );
};

const fromPattern = (pattern: string, schema: SchemaObject, dice: Dice): string => {
  let expression: RandExp;
  try {
    expression = new RandExp(new RegExp(pattern));
  } catch {
    throw invalidSchema(`pattern '${pattern}' is not a regular expression.`);
  }
  expression.randInt = (least, most) => dice.between(least, most);
  // From few repetitions to many, so that both short and long limits are met.
  for (let attempt = 0; attempt < 200; attempt++) {
    expression.max = (attempt % 20) * 5;
    const text = expression.gen();
    if (fits(text, schema)) return text;
  }
  throw invalidSchema(`no text was found for pattern '${pattern}'; use a simpler one.`);
};

const plain = (schema: SchemaObject, dice: Dice): string => {
  const said = ["canned", word(dice)];
  while (said.join(" ").length < (schema.minLength ?? 0)) said.push(word(dice));
  const text = said.join(" ").slice(0, schema.maxLength);
  // A limit may cut right after a space, which reads like a mistake; its length must stand.
  return text.endsWith(" ") ? `${text.slice(0, -1)}s` : text;
};

/**
 * A text that fits the schema's pattern, format and length.
 *
 * @throws SandboxError with status 400 where none is found.
 */
export const generateString = (schema: SchemaObject, dice: Dice): string => {
  if (schema.pattern !== undefined) return fromPattern(schema.pattern, schema, dice);
  const formatted = formats[schema.format ?? ""]?.(dice);
  return formatted !== undefined && fits(formatted, schema) ? formatted : plain(schema, dice);
};
