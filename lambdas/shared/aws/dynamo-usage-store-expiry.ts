import type { AttributeValue, QueryCommandInput } from "@aws-sdk/client-dynamodb";
import type { UsageEvent } from "../../../core/usage/usage-event";

type Item = Record<string, AttributeValue>;

const daySeconds = 86_400;

/** A row of an organization that keeps its requests for some days, and not for good. */
export const expiryOf = ({ at, retentionDays }: UsageEvent): Item =>
  retentionDays === undefined
    ? {}
    : { expiresAtSeconds: { N: String(Math.floor(at / 1_000) + retentionDays * daySeconds) } };

// DynamoDB deletes within some days of the expiry, not at it: until then rows are passed over.
// Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html (read 2026-11-24).
/** @param now - milliseconds since 1970 UTC. */
export const hasExpired = ({ expiresAtSeconds }: Item, now: number): boolean =>
  expiresAtSeconds !== undefined && Number(expiresAtSeconds.N) <= now / 1_000;

/** The query without what has expired; its limit counts that all the same. */
export const withoutExpired = (query: QueryCommandInput, now: number): QueryCommandInput => ({
  ...query,
  FilterExpression: "attribute_not_exists(expiresAtSeconds) OR expiresAtSeconds > :now",
  ExpressionAttributeValues: {
    ...query.ExpressionAttributeValues,
    ":now": { N: String(Math.floor(now / 1_000)) },
  },
});
