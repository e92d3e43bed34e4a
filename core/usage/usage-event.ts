import * as z from "zod";
import { providerIds } from "../catalog/provider-id";
import type { KeyId, OrganizationId, RequestId } from "../ids";
import type { PicoUsd, Tokens } from "../money/amounts";
import { checkKinds } from "../routing/cascade/answer-check";
import { cascadeOutcomes } from "../routing/cascade/cascade-outcome";
import { routingModes } from "../routing/mode";
import { tasks } from "../routing/task";
import { endpoints } from "./endpoint";
import { countedUnits } from "./provider-usage";
import { routingBasisSchema } from "./routing-basis";

const tokens = z
  .int()
  .nonnegative()
  .transform((n) => n as Tokens);
const picoUsd = z.int().transform((n) => n as PicoUsd);
const model = z.strictObject({ provider: z.enum(providerIds), model: z.string().min(1) });

const tokenBuckets = z.strictObject({
  freshInput: tokens,
  cacheRead: tokens,
  cacheWrite5m: tokens,
  cacheWrite1h: tokens,
  visibleOutput: tokens,
  reasoningOutput: tokens,
});

const unitCounts = z.partialRecord(z.enum(countedUnits), z.int().positive());

const attemptSchema = z.strictObject({
  provider: z.enum(providerIds),
  model: z.string(),
  /** Milliseconds after the request came in. */
  startedMs: z.number().nonnegative(),
  durationMs: z.number().nonnegative(),
  firstTokenMs: z.number().nonnegative().optional(),
  /** The provider's HTTP status; absent where none came. */
  status: z.int().optional(),
  outcome: z.enum(["answered", "refused", "unreachable", "timeout", "interrupted", "cancelled"]),
  errorCode: z.string().optional(),
  /** In a cascade, of the first model's answer: one that failed was not given to the caller. */
  check: z.enum(["passed", "failed"]).optional(),
  /** In a cascade, what this attempt alone was billed, by its own price; null: unpriced. */
  tokens: tokenBuckets.optional(),
  units: unitCounts.optional(),
  serviceTier: z.string().optional(),
  cost: picoUsd.nullable().optional(),
});

const cascadeSchema = z.strictObject({
  /** Absent where it ended before there was one. */
  outcome: z.enum(cascadeOutcomes).optional(),
  check: z.enum(checkKinds).optional(),
  /** `provider/model` that was tried first. */
  first: z.string().optional(),
  /** Predicted probability, 0 to 1, that its answer would not do. */
  escalation: z.number().optional(),
});

const candidateSchema = z.strictObject({
  offer: z.string(),
  quality: z.number().optional(),
  expectedCost: picoUsd.optional(),
  verdict: z.string(),
});

/**
 * One request, whatever became of it: the only thing that is recorded, and never a word of the
 * prompt or of the answer. It travels as JSON from the gateway to the recorder.
 */
export const usageEventSchema = z.strictObject({
  version: z.literal(1),
  /** Its ULID must be made of `at`: rows are found by the id's time, totals by `at`. */
  id: z.templateLiteral(["req_", z.string()]).transform((id) => id as unknown as RequestId),
  organization: z.string().transform((id) => id as OrganizationId),
  key: z.string().transform((id) => id as KeyId),
  environment: z.string(),
  /** Milliseconds since 1970 UTC at which the request came in. */
  at: z.int().nonnegative(),
  /** IANA name; the days of the rollups are this zone's. */
  timeZone: z.string(),
  endpoint: z.enum(endpoints),
  streamed: z.boolean(),
  /** The model name as the caller wrote it. */
  requested: z.string(),
  /** Absent where no provider was reached. */
  used: model.optional(),
  /** The offer that `saved` is measured against; absent for `auto` without a baseline. */
  reference: model.optional(),
  task: z.enum(tasks).optional(),
  difficulty: z.number().optional(),
  classifiedBy: z.string().optional(),
  mode: z.enum(routingModes).optional(),
  /** Why this model, as in `x-smashcost-routing`. */
  reason: z.string().optional(),
  /** Predicted quality of the model used, in percent of the reference's. */
  score: z.number().optional(),
  /** Where the conversation was answered last, and what staying or leaving was worth; in pUSD. */
  warm: z.strictObject({ offer: z.string(), cachedTokens: tokens, worth: picoUsd }).optional(),
  candidates: z.array(candidateSchema),
  /** Absent where none was asked for. */
  cascade: cascadeSchema.optional(),
  /** Absent where no decision was reached, and in records from before it was kept. */
  routing: routingBasisSchema.optional(),
  catalogVersion: z.string(),
  tags: z.record(z.string(), z.string()),
  /** All that was billed: in a cascade that escalated, of both answers together. */
  tokens: tokenBuckets,
  /** What was billed by the piece, as the tokens are; absent: none, as in records from before. */
  units: unitCounts.optional(),
  /** As the provider names it, of the answer given; absent: the standard one. */
  serviceTier: z.string().optional(),
  /** `estimate`: the stream broke off before the provider counted. */
  tokensFrom: z.enum(["provider", "estimate", "none"]),
  /** What the providers will bill, a discarded answer included; null: unpriced. */
  cost: picoUsd.nullable(),
  /** What the reference would have billed for the tokens of the answer given; null: unknown. */
  referenceCost: picoUsd.nullable(),
  /** Reference cost minus cost; null: unknown. */
  saved: picoUsd.nullable(),
  attempts: z.array(attemptSchema),
  /** The HTTP status that the caller saw. */
  status: z.int(),
  outcome: z.enum(["ok", "error", "cancelled", "timeout"]),
  errorCode: z.string().optional(),
  latencyMs: z.number().nonnegative(),
  firstTokenMs: z.number().nonnegative().optional(),
  /** How many days its row is kept, from `at` on; absent: for good. */
  retentionDays: z.int().positive().optional(),
});

export type UsageEvent = z.infer<typeof usageEventSchema>;
export type Attempt = UsageEvent["attempts"][number];
