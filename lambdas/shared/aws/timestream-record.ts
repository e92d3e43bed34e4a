import type { _Record, Dimension, MeasureValue } from "@aws-sdk/client-timestream-write";
import type { UsageEvent } from "../../../core/usage/usage-event";

/** A record holds 2 kB at most, and tags are the caller's words. */
const longestText = 128;

// An empty value is refused by Timestream, so what is absent or empty is left out.
const dimension = (Name: string, value: string | undefined): Dimension[] =>
  value ? [{ Name, Value: value.slice(0, longestText) }] : [];

const whole = (Name: string, value: number | null): MeasureValue[] =>
  value === null ? [] : [{ Name, Value: String(value), Type: "BIGINT" }];

const fraction = (Name: string, value: number | undefined): MeasureValue[] =>
  value === undefined ? [] : [{ Name, Value: String(value), Type: "DOUBLE" }];

/**
 * One request as one multi-measure record at the time it came in. A row of the table has:
 *
 * - dimensions (VARCHAR, cut at 128 characters): `request_id`, `organization`, `key`,
 *   `environment`, `endpoint`, `requested`, `model`, `provider`, `task`, `mode`, `outcome`,
 *   `service_tier`, `customer`, `feature`. The request id makes the record one of a kind: two requests of the same
 *   millisecond never replace each other, and a repeated one meets itself.
 * - measures (BIGINT): the six token buckets, `cost_pico_usd`, `reference_cost_pico_usd`,
 *   `saved_pico_usd` (null where unknown), `status`.
 * - measures (DOUBLE): `latency_ms`, `first_token_ms`.
 *
 * @see https://docs.aws.amazon.com/timestream/latest/developerguide/ts-limits.html (read 2026-11-24)
 */
export const timestreamRecordOf = (event: UsageEvent): _Record => ({
  Time: String(event.at),
  Dimensions: [
    ...dimension("request_id", event.id),
    ...dimension("organization", event.organization),
    ...dimension("key", event.key),
    ...dimension("environment", event.environment),
    ...dimension("endpoint", event.endpoint),
    ...dimension("requested", event.requested),
    ...dimension("model", event.used?.model),
    ...dimension("provider", event.used?.provider),
    ...dimension("task", event.task),
    ...dimension("mode", event.mode),
    ...dimension("outcome", event.outcome),
    ...dimension("service_tier", event.serviceTier),
    ...dimension("customer", event.tags.customer),
    ...dimension("feature", event.tags.feature),
  ],
  MeasureValues: [
    ...whole("fresh_input_tokens", event.tokens.freshInput),
    ...whole("cache_read_tokens", event.tokens.cacheRead),
    ...whole("cache_write_5m_tokens", event.tokens.cacheWrite5m),
    ...whole("cache_write_1h_tokens", event.tokens.cacheWrite1h),
    ...whole("visible_output_tokens", event.tokens.visibleOutput),
    ...whole("reasoning_output_tokens", event.tokens.reasoningOutput),
    ...whole("cost_pico_usd", event.cost),
    ...whole("reference_cost_pico_usd", event.referenceCost),
    ...whole("saved_pico_usd", event.saved),
    ...whole("status", event.status),
    ...fraction("latency_ms", event.latencyMs),
    ...fraction("first_token_ms", event.firstTokenMs),
  ],
});
