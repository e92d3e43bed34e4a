import * as z from "zod";
import { defineOperation } from "./define-operation";
import { countField, filterText, instantField, instantText, picoUsdText } from "./fields";
import { periodAnswer } from "./period";

/** By what spend is broken down. */
export const usageDimensions = ["customer", "feature", "model", "provider", "key", "task"] as const;

export type UsageDimension = (typeof usageDimensions)[number];

/** One value or several, any of which may match; the empty one: untagged, or none. */
export const anyOf = z.union([filterText, z.array(filterText).min(1).max(50)]).optional();

/** Every filter that totals know, by name. */
export const dimensionFilters = {
  customer: anyOf,
  feature: anyOf,
  model: anyOf,
  provider: anyOf,
  key: anyOf,
  task: anyOf,
} as const;

/** `from` is taken back to a whole hour of the organization's clock, `to` on to one; default: 7 days. */
export const periodFields = { from: instantField.optional(), to: instantField.optional() } as const;

export const totalsAnswer = z.object({
  requests: z.number(),
  errors: z.number(),
  cancelled: z.number(),
  tokens: z.object({
    freshInput: z.number(),
    cacheRead: z.number(),
    cacheWrite5m: z.number(),
    cacheWrite1h: z.number(),
    visibleOutput: z.number(),
    reasoningOutput: z.number(),
  }),
  cost: picoUsdText,
  referenceCost: picoUsdText,
  /** Over the requests whose saving is known. */
  saved: picoUsdText,
  /** Requests that are in no sum of money. */
  unpriced: z.number(),
  /** Requests whose saving is unknown, and so in no sum of savings. */
  unknownSaving: z.number(),
  /** Milliseconds, from merged histograms; null: no request. */
  latencyMs: z.object({ p50: z.number(), p95: z.number(), p99: z.number() }).nullable(),
});

export type TotalsAnswer = z.infer<typeof totalsAnswer>;

/** One value of a dimension: its `value` is what filters take, `label` what people read. */
const valueAnswer = z.object({
  /** Empty: untagged, or none. */
  value: z.string(),
  label: z.string(),
});

/** What is not listed by itself, with how many values it is; what is untagged is always listed. */
const otherAnswer = z.object({ values: z.number(), totals: totalsAnswer }).nullable();

export const getSummary = defineOperation({
  id: "usage.summary",
  method: "GET",
  path: "/api/usage/summary",
  summary: "Totals of a period, and of the one of the same length before it",
  least: "viewer",
  query: z.strictObject({ ...periodFields, ...dimensionFilters }),
  answer: z.object({
    period: periodAnswer,
    previousPeriod: periodAnswer,
    current: totalsAnswer,
    previous: totalsAnswer,
    /** Whether any traffic of the period, whatever is filtered for, carries a customer or feature tag. */
    tagged: z.boolean(),
    /** Named where `auto` is compared with it. */
    baselineModel: z.string().nullable(),
    asOf: instantText,
  }),
});

const pointAnswer = z.object({ start: instantText, end: instantText, totals: totalsAnswer });

export const getTrend = defineOperation({
  id: "usage.trend",
  method: "GET",
  path: "/api/usage/trend",
  summary: "Totals by hour or day, one series for each of the largest values of a dimension",
  least: "viewer",
  query: z.strictObject({
    ...periodFields,
    ...dimensionFilters,
    by: z.enum(usageDimensions).optional(),
    /** Default: hours up to two days, else days; refused where there would be too many points. */
    interval: z.enum(["hour", "day"]).optional(),
    /** How many series beside `other`; the largest by cost over the period. */
    series: countField(1, 50).optional(),
    previous: z.enum(["true", "false"]).optional(),
  }),
  answer: z.object({
    period: periodAnswer,
    by: z.enum(usageDimensions),
    interval: z.enum(["hour", "day"]),
    /** Every hour or day of the period once, oldest first; those of series are in the same order. */
    total: z.array(pointAnswer),
    series: z.array(z.object({ ...valueAnswer.shape, points: z.array(totalsAnswer) })),
    other: z.object({ values: z.number(), points: z.array(totalsAnswer) }).nullable(),
    /** Of the period before, where it was asked for. */
    previous: z.array(pointAnswer).nullable(),
    asOf: instantText,
  }),
});

const leafAnswer = z.object({ ...valueAnswer.shape, totals: totalsAnswer });
const modelLevel = z.object({ children: z.array(leafAnswer), other: otherAnswer });
const featureNode = z.object({ ...leafAnswer.shape, ...modelLevel.shape });
const featureLevel = z.object({ children: z.array(featureNode), other: otherAnswer });
const customerNode = z.object({ ...leafAnswer.shape, ...featureLevel.shape });

export const getMap = defineOperation({
  id: "usage.map",
  method: "GET",
  path: "/api/usage/map",
  summary: "Spend as a tree: customer, feature, model; of each level the 30 largest at most",
  least: "viewer",
  query: z.strictObject({ ...periodFields, ...dimensionFilters }),
  answer: z.object({
    period: periodAnswer,
    totals: totalsAnswer,
    children: z.array(customerNode),
    other: otherAnswer,
    asOf: instantText,
  }),
});

export const getBreakdown = defineOperation({
  id: "usage.breakdown",
  method: "GET",
  path: "/api/usage/breakdown",
  summary: "Totals of each value of a dimension, the dearest first",
  least: "viewer",
  query: z.strictObject({
    ...periodFields,
    ...dimensionFilters,
    by: z.enum(usageDimensions),
    limit: countField(1, 1_000).optional(),
  }),
  answer: z.object({
    period: periodAnswer,
    by: z.enum(usageDimensions),
    totals: totalsAnswer,
    rows: z.array(leafAnswer),
    other: otherAnswer,
    asOf: instantText,
  }),
});

export const usageOperations = [getSummary, getTrend, getMap, getBreakdown] as const;
