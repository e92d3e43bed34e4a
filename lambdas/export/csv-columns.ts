import { decimalUsd } from "../../core/money/exact-usd";
import { localTime } from "../../core/usage/local-time";
import type { UsageEvent } from "../../core/usage/usage-event";
import { harmless } from "./harmless";

/** What names and clocks the cells are written by. */
export type CsvNames = {
  readonly timeZone: string;
  readonly keyName: (id: string) => string;
};

type Cell = (event: UsageEvent, names: CsvNames) => string;

/** Whatever somebody wrote: a spreadsheet must not take it for a formula. */
const text =
  (read: (event: UsageEvent, names: CsvNames) => string | undefined): Cell =>
  (event, names) =>
    harmless(read(event, names) ?? "");

/** A number of ours, which stays one also below zero; empty: unknown. */
const number =
  (read: (event: UsageEvent) => number | undefined): Cell =>
  (event) => {
    const value = read(event);
    return value === undefined ? "" : String(value);
  };

/** Exact dollars in plain decimals; empty, and never 0: unpriced or unknown. */
const usd =
  (read: (event: UsageEvent) => number | null): Cell =>
  (event) => {
    const amount = read(event);
    return amount === null ? "" : decimalUsd(amount);
  };

const otherTags = ({ tags: { customer: _, feature: __, ...others } }: UsageEvent): string =>
  Object.keys(others).length === 0 ? "" : JSON.stringify(others);

const unitsOf = ({ units }: UsageEvent): string => (units ? JSON.stringify(units) : "");

/** Every column, in an order that stays: new ones come last. Described in docs/dashboard-api.md. */
export const csvColumns: readonly (readonly [name: string, cell: Cell])[] = [
  ["time_utc", text(({ at }) => new Date(at).toISOString())],
  ["time_local", text(({ at }, { timeZone }) => localTime(timeZone, at))],
  ["request_id", text(({ id }) => id)],
  ["customer", text(({ tags }) => tags.customer)],
  ["feature", text(({ tags }) => tags.feature)],
  ["other_tags", text(otherTags)],
  ["model_requested", text(({ requested }) => requested)],
  ["model_used", text(({ used }) => used?.model)],
  ["provider", text(({ used }) => used?.provider)],
  ["key_id", text(({ key }) => key)],
  ["key_name", text(({ key }, { keyName }) => keyName(key))],
  ["environment", text(({ environment }) => environment)],
  ["endpoint", text(({ endpoint }) => endpoint)],
  ["streamed", text(({ streamed }) => String(streamed))],
  ["task", text(({ task }) => task)],
  ["mode", text(({ mode }) => mode)],
  ["routing", text(({ reason }) => reason)],
  ["score", number(({ score }) => score)],
  ["fresh_input_tokens", number(({ tokens }) => tokens.freshInput)],
  ["cache_read_tokens", number(({ tokens }) => tokens.cacheRead)],
  ["cache_write_5m_tokens", number(({ tokens }) => tokens.cacheWrite5m)],
  ["cache_write_1h_tokens", number(({ tokens }) => tokens.cacheWrite1h)],
  ["visible_output_tokens", number(({ tokens }) => tokens.visibleOutput)],
  ["reasoning_output_tokens", number(({ tokens }) => tokens.reasoningOutput)],
  ["units", text(unitsOf)],
  ["tokens_from", text(({ tokensFrom }) => tokensFrom)],
  ["service_tier", text(({ serviceTier }) => serviceTier)],
  ["priced", text(({ cost }) => (cost === null ? "no" : "yes"))],
  ["cost_usd", usd(({ cost }) => cost)],
  ["reference_cost_usd", usd(({ referenceCost }) => referenceCost)],
  ["saved_usd", usd(({ saved }) => saved)],
  ["latency_ms", number(({ latencyMs }) => latencyMs)],
  ["first_token_ms", number(({ firstTokenMs }) => firstTokenMs)],
  ["status", number(({ status }) => status)],
  ["outcome", text(({ outcome }) => outcome)],
  ["error_code", text(({ errorCode }) => errorCode)],
];
