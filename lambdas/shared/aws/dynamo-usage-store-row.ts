import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { requestTime } from "../../../core/usage/request-time";
import { type UsageEvent, usageEventSchema } from "../../../core/usage/usage-event";
import { expiryOf } from "./dynamo-usage-store-expiry";
import { rowKey, type UsageKey } from "./dynamo-usage-store-keys";

/** A request's row, ready to be put; `bytes` is what it weighs, near enough. */
export type UsageRow = {
  readonly event: UsageEvent;
  readonly key: UsageKey;
  readonly bytes: number;
  readonly item: Record<string, AttributeValue>;
};

const keyBytes = 200;

/**
 * The row holds the whole event as deflated JSON: candidates repeat each other's words, so some
 * 3 kB become 1 kB, and a write costs by the kilobyte.
 *
 * @throws RangeError where the event's id carries no time.
 */
export const rowOf = (event: UsageEvent): UsageRow => {
  const at = requestTime(event.id);
  if (at === undefined) {
    throw new RangeError(`request id ${event.id} carries no time; an id is req_ and a ULID`);
  }
  const key = rowKey(event.organization, event.id, at);
  const deflated = deflateRawSync(JSON.stringify(event));
  return {
    event,
    key,
    bytes: deflated.byteLength + keyBytes,
    item: { ...key, eventDeflated: { B: deflated }, ...expiryOf(event) },
  };
};

/** The event in a row read back. Throws where the row is not one of ours. */
export const eventOf = (item: Record<string, AttributeValue>): UsageEvent => {
  const deflated = item.eventDeflated?.B;
  if (!deflated) throw new TypeError(`item ${item.sk?.S ?? "?"} holds no event`);
  return usageEventSchema.parse(JSON.parse(inflateRawSync(deflated).toString("utf8")));
};
