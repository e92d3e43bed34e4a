import * as z from "zod";
import { routingModes } from "../routing/mode";
import { tasks } from "../routing/task";
import { endpoints } from "../usage/endpoint";
import { defineOperation } from "./define-operation";
import { countField, cursorField, instantText, picoUsdText, requestIdField } from "./fields";
import { periodAnswer } from "./period";
import { anyOf, dimensionFilters, periodFields, totalsAnswer } from "./usage";

/** Every filter of requests: those of totals, and those that are looked for row by row. */
const requestFilters = {
  ...dimensionFilters,
  requested: anyOf,
  environment: anyOf,
  outcome: anyOf,
  /** The HTTP status that the caller saw. */
  status: anyOf,
  mode: anyOf,
  endpoint: anyOf,
  /** Another model than the one asked for answered; `auto` asked for none. */
  moved: z.enum(["true", "false"]).optional(),
} as const;

/** One request as the table shows it. */
export const requestRowAnswer = z.object({
  id: z.string(),
  at: instantText,
  endpoint: z.enum(endpoints),
  streamed: z.boolean(),
  requested: z.string(),
  /** Null where no provider was reached. */
  used: z.string().nullable(),
  provider: z.string().nullable(),
  customer: z.string().nullable(),
  feature: z.string().nullable(),
  tags: z.record(z.string(), z.string()),
  environment: z.string(),
  key: z.object({ id: z.string(), name: z.string() }),
  task: z.enum(tasks).nullable(),
  mode: z.enum(routingModes).nullable(),
  routing: z.string().nullable(),
  /** Predicted quality in percent of the reference's. */
  score: z.number().nullable(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  /** pUSD; null: unpriced. */
  cost: picoUsdText.nullable(),
  /** pUSD; null: unknown. */
  saved: picoUsdText.nullable(),
  latencyMs: z.number(),
  firstTokenMs: z.number().nullable(),
  status: z.number(),
  outcome: z.enum(["ok", "error", "cancelled", "timeout"]),
  errorCode: z.string().nullable(),
});

export type RequestRowAnswer = z.infer<typeof requestRowAnswer>;

export const listRequests = defineOperation({
  id: "requests.list",
  method: "GET",
  path: "/api/requests",
  summary: "Requests of a period, the newest first, with the totals of all that match",
  least: "viewer",
  query: z.strictObject({
    ...periodFields,
    ...requestFilters,
    limit: countField(1, 200).optional(),
    cursor: cursorField.optional(),
  }),
  answer: z.object({
    period: periodAnswer,
    rows: z.array(requestRowAnswer),
    next: z.string().nullable(),
    /** Only with the first page; null where rows had to be looked for and were too many. */
    totals: totalsAnswer.nullable(),
    /** To be given to `requests.tail` for what comes after this page. */
    tail: z.string(),
    asOf: instantText,
  }),
});

export const tailRequests = defineOperation({
  id: "requests.tail",
  method: "GET",
  path: "/api/requests/tail",
  summary:
    "Requests that were recorded after the last look, late ones too; some may come again with the same id",
  least: "viewer",
  query: z.strictObject({ ...requestFilters, after: cursorField }),
  answer: z.object({
    rows: z.array(requestRowAnswer),
    /** There are more than could be given; the list is to be asked for anew. */
    more: z.boolean(),
    tail: z.string(),
    asOf: instantText,
  }),
});

const bucketLine = z.object({
  /** Whose tokens; null where no provider was reached. */
  offer: z.string().nullable(),
  /** One of the token buckets, or a unit that is billed by the piece. */
  bucket: z.string(),
  count: z.number(),
  /** µUSD per million tokens, or per piece; null: unpriced, or not known any more. */
  rate: z.number().nullable(),
  /** pUSD, count × rate: all lines together are the cost. Null where the rate is. */
  cost: picoUsdText.nullable(),
});

export const getRequest = defineOperation({
  id: "requests.get",
  method: "GET",
  path: "/api/requests/{request}",
  summary: "One request: why this model, what it cost and why, and every attempt",
  least: "viewer",
  params: z.strictObject({ request: requestIdField }),
  answer: z.object({
    row: requestRowAnswer,
    difficulty: z.number().nullable(),
    classifiedBy: z.string().nullable(),
    /** One sentence of why this model. */
    why: z.string().nullable(),
    /** Percent of the reference's quality that had to be reached. */
    bar: z.number().nullable(),
    reference: z.string().nullable(),
    candidates: z.array(
      z.object({
        offer: z.string(),
        quality: z.number().nullable(),
        expectedCost: picoUsdText.nullable(),
        verdict: z.string(),
      }),
    ),
    /** What the other modes would have chosen; null where it can't be told. */
    otherModes: z.array(z.object({ mode: z.enum(routingModes), choice: z.string().nullable() })),
    cost: z.object({
      lines: z.array(bucketLine),
      /** `estimate`: the stream broke off before the provider counted. */
      tokensFrom: z.enum(["provider", "estimate", "none"]),
      serviceTier: z.string().nullable(),
      referenceCost: picoUsdText.nullable(),
    }),
    attempts: z.array(
      z.object({
        offer: z.string(),
        startedMs: z.number(),
        durationMs: z.number(),
        firstTokenMs: z.number().nullable(),
        status: z.number().nullable(),
        outcome: z.string(),
        errorCode: z.string().nullable(),
        check: z.enum(["passed", "failed"]).nullable(),
      }),
    ),
    /** Null where they were not stored, or are no more. */
    prompt: z
      .object({ request: z.string(), answer: z.string(), expiresAt: instantText })
      .nullable(),
  }),
});

export const startExport = defineOperation({
  id: "requests.export",
  method: "POST",
  path: "/api/requests/export",
  summary: "A link to all requests that match as CSV, good for one minute",
  least: "viewer",
  body: z.strictObject({
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional(),
    ...requestFilters,
  }),
  answer: z.object({ url: z.string(), expiresAt: instantText }),
  status: 201,
});

export const requestOperations = [listRequests, tailRequests, getRequest, startExport] as const;
