import { formatUsd } from "../../../../core/contract/money";
import { formatTime } from "../../format/time";

export type Detail = { readonly name: string; readonly value: string };

/** A field's unit is at the end of its name; the value says it instead. */
const unit = /MicroUsd$/;

/** "requestsPerMinute" is "requests per minute". */
const nameOf = (field: string): string =>
  field
    .replace(unit, "")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase();

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (field: string, value: unknown, timeZone: string): string => {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) {
    return value.length === 0
      ? "none"
      : value.map((each: unknown) => textOf(field, each, timeZone)).join(", ");
  }
  if (typeof value === "number" && unit.test(field) && Number.isInteger(value)) {
    return formatUsd(BigInt(value) * 1_000_000n);
  }
  // Instants that were read are milliseconds since 1970 UTC.
  if (typeof value === "number" && /At$/.test(field)) return formatTime(value, timeZone, "full");
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return typeof value === "string" ? value : JSON.stringify(value);
};

/** A price's rates are whole µUSD per million tokens. */
const rateText = (rate: unknown): string =>
  typeof rate === "number" && Number.isInteger(rate)
    ? `${formatUsd(BigInt(rate) * 1_000_000n)} per million`
    : textOf("", rate, "UTC");

const ratesOf = (price: Readonly<Record<string, unknown>>): readonly Detail[] =>
  Object.entries(price).map(([kind, rate]) => ({
    name: `price ${nameOf(kind)}`,
    value: rateText(rate),
  }));

const fieldsOf = (
  details: Readonly<Record<string, unknown>>,
  timeZone: string,
  within: string,
): readonly Detail[] =>
  Object.entries(details).flatMap(([field, value]) => {
    const name = `${within}${nameOf(field)}`;
    if (!isPlain(value)) return [{ name, value: textOf(field, value, timeZone) }];
    return field === "price" ? ratesOf(value) : fieldsOf(value, timeZone, `${name} `);
  });

/**
 * What an audit row holds, a field each, as a person reads it: what went from one value to another
 * is one field, `viewer → admin`.
 */
export const readDetails = (
  details: Readonly<Record<string, unknown>>,
  timeZone: string,
): readonly Detail[] => {
  const { from, to, ...others } = details;
  if (from === undefined || to === undefined) return fieldsOf(details, timeZone, "");
  const change = `${textOf("from", from, timeZone)} → ${textOf("to", to, timeZone)}`;
  return [{ name: "", value: change }, ...fieldsOf(others, timeZone, "")];
};
