/** One DynamoDB table, as the stacks create it and the local runner mirrors it. */
export type TableDefinition = {
  readonly name: string;
  readonly partitionKey: "pk";
  readonly sortKey: "sk";
  /** Holds the second since 1970 at which an item may be forgotten. */
  readonly timeToLive?: "expiresAtSeconds";
};

/**
 * - `access`: organizations' settings, keys and sealed credentials: what the hot path reads. Beside
 *   them the scores that callers gave and tickets for tests of credentials, in partitions of their
 *   own; those alone expire.
 * - `limits`: what is forgotten soon: budget and rate counters, the leases of requests in flight, and
 *   which offer answered a conversation last.
 * - `usage`: one row a request, and the minute, hour and day totals.
 * - `control`: people, invites, audit rows, alerts, plans and links: what the dashboard's API keeps
 *   beside what the gateway reads.
 */
export const tables = {
  access: { name: "access", partitionKey: "pk", sortKey: "sk", timeToLive: "expiresAtSeconds" },
  limits: { name: "limits", partitionKey: "pk", sortKey: "sk", timeToLive: "expiresAtSeconds" },
  usage: { name: "usage", partitionKey: "pk", sortKey: "sk", timeToLive: "expiresAtSeconds" },
  control: { name: "control", partitionKey: "pk", sortKey: "sk", timeToLive: "expiresAtSeconds" },
} as const satisfies Record<string, TableDefinition>;
