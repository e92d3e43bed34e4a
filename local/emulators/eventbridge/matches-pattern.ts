import type { EventPattern, Matcher } from "./event-pattern";

type Comparison = "=" | "<" | "<=" | ">" | ">=";

const compare = (value: number, by: Comparison, bound: number): boolean => {
  switch (by) {
    case "=":
      return value === bound;
    case "<":
      return value < bound;
    case "<=":
      return value <= bound;
    case ">":
      return value > bound;
    case ">=":
      return value >= bound;
  }
};

const startsWith = (value: unknown, prefix: string): boolean =>
  typeof value === "string" && value.startsWith(prefix);

type AnythingBut = Extract<Matcher, { "anything-but": unknown }>["anything-but"];

const isOther = (value: unknown, but: AnythingBut): boolean => {
  if (Array.isArray(but)) return !but.some((each) => each === value);
  if (typeof but === "object" && but !== null) return !startsWith(value, but.prefix);
  return value !== but;
};

/** One matcher against one value that is there. */
const matchesValue = (value: unknown, matcher: Matcher): boolean => {
  if (typeof matcher !== "object" || matcher === null) return value === matcher;
  if ("prefix" in matcher) return startsWith(value, matcher.prefix);
  if ("suffix" in matcher) return typeof value === "string" && value.endsWith(matcher.suffix);
  if ("exists" in matcher) return matcher.exists;
  if ("anything-but" in matcher) return isOther(value, matcher["anything-but"]);
  if (typeof value !== "number") return false;
  const [by, bound, secondBy, secondBound] = matcher.numeric;
  if (!compare(value, by, bound)) return false;
  if (secondBy === undefined || secondBound === undefined) return true;
  return compare(value, secondBy, secondBound);
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const matchesField = (value: unknown, matchers: readonly Matcher[]): boolean => {
  // An array matches by any of its elements.
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return matchers.some((matcher) => {
    const asksForAbsence =
      typeof matcher === "object" && matcher !== null && "exists" in matcher && !matcher.exists;
    if (value === undefined) return asksForAbsence;
    return !asksForAbsence && values.some((each) => matchesValue(each, matcher));
  });
};

/** Whether an event, or a part of one, is what the pattern describes. */
export const matchesPattern = (event: unknown, pattern: EventPattern): boolean =>
  Object.entries(pattern).every(([field, wanted]) => {
    const value = isRecord(event) ? event[field] : undefined;
    if (Array.isArray(wanted)) return matchesField(value, wanted);
    const nested = wanted as EventPattern;
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
    return parts.some((part) => matchesPattern(part, nested));
  });
