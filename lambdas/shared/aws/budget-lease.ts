import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";

export type BudgetItem = Record<string, AttributeValue>;

export type BudgetLeaseOptions = {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly pk: string;
  readonly sk: string;
  /** Names this lease; unique among all that share the table, in this process and in others. */
  readonly holder: string;
  readonly now: () => number;
  /** After this long without a write a lease belongs to a dead process. */
  readonly leaseMs: number;
  readonly sleep: (delayMs: number) => Promise<unknown>;
  readonly expiresAtSeconds: number;
};

export type LeaseChange = {
  /** Added to what is committed. */
  readonly net: bigint;
  /** What the lease holds from then on. */
  readonly held: bigint;
  /** Refused where more than this is committed already. */
  readonly most?: bigint;
};

export type LeaseOutcome =
  | { readonly kind: "written" }
  | { readonly kind: "over"; readonly item: BudgetItem }
  /**
   * The lease is not there any more, and what it held was given back. `lateArrival`: because the
   * write before, which failed here, had arrived after all.
   */
  | { readonly kind: "lost"; readonly lateArrival: boolean };

const prefix = "lease#";

/** The item as it was when a condition failed; any other error is thrown on. */
const itemOf = (error: unknown): BudgetItem => {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  return error.Item ?? {};
};

/**
 * One holder's part of a budget item in the `limits` table: `committed` is what was spent and what
 * is set aside, in pUSD; `lease#<holder>` says how much of it this holder has set aside. Each write
 * names the write before it, so that one that the SDK repeats after a lost answer counts once, and a
 * holder sees that its lease was given back.
 */
export const createBudgetLease = (options: BudgetLeaseOptions) => {
  const { client, tableName, pk, sk, holder, now, leaseMs, expiresAtSeconds } = options;
  const own = `${prefix}${holder}`;
  let held = 0n;
  let until = 0;
  let last = 0;
  let serial = 0;

  const update = (input: Omit<UpdateItemCommandInput, "TableName" | "Key">) =>
    client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: { pk: { S: pk }, sk: { S: sk } },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        ...input,
      }),
    );

  /** Gives back what a lease holds, if it is still as it was seen; its holder may do so first. */
  const giveBack = async (name: string, lease: AttributeValue): Promise<void> => {
    await update({
      UpdateExpression: "ADD committed :back REMOVE #lease",
      ConditionExpression: "#lease.seq = :seen",
      ExpressionAttributeNames: { "#lease": name },
      ExpressionAttributeValues: {
        ":back": { N: String(-BigInt(lease.M?.held?.N ?? "0")) },
        ":seen": lease.M?.seq ?? { N: "0" },
      },
    }).catch(itemOf);
  };

  const inputOf = (change: LeaseChange, seq: number, wishedUntil: number) => {
    const keeps = change.held > 0n;
    const touches = keeps || held > 0n;
    const conditions = [
      ...(touches ? [held > 0n ? "#own.seq = :last" : "attribute_not_exists(#own)"] : []),
      ...(change.most === undefined
        ? []
        : ["(attribute_not_exists(committed) OR committed <= :most)"]),
    ];
    const lease = { held: { N: String(change.held) }, until: { N: String(wishedUntil) } };
    return {
      UpdateExpression: `ADD committed :net SET expiresAtSeconds = :ttl${
        keeps ? ", #own = :lease" : touches ? " REMOVE #own" : ""
      }`,
      ...(conditions.length > 0 && { ConditionExpression: conditions.join(" AND ") }),
      ...(touches && { ExpressionAttributeNames: { "#own": own } }),
      ExpressionAttributeValues: {
        ":net": { N: String(change.net) },
        ":ttl": { N: String(expiresAtSeconds) },
        ...(keeps && { ":lease": { M: { ...lease, seq: { N: String(seq) } } } }),
        ...(held > 0n && { ":last": { N: String(last) } }),
        ...(change.most !== undefined && { ":most": { N: String(change.most) } }),
      },
    };
  };

  /** What it means that a write's conditions failed on this item. */
  const explain = async (
    item: BudgetItem,
    change: LeaseChange,
    seq: number,
  ): Promise<LeaseOutcome> => {
    const lease = item[own];
    const stands = Number(lease?.M?.seq?.N ?? 0);
    if (stands === (held > 0n ? last : 0)) return { kind: "over", item };
    if (stands === seq) return { kind: "written" };
    // It removed its own lease, and the SDK asked again: nobody else does so before it expires.
    if (!lease && change.held === 0n && until >= now()) return { kind: "written" };
    if (lease) await giveBack(own, lease);
    return { kind: "lost", lateArrival: lease !== undefined || until >= now() };
  };

  return {
    /** What this holder has set aside, in pUSD. */
    held: () => held,

    async write(change: LeaseChange): Promise<LeaseOutcome> {
      serial += 1;
      const seq = serial;
      const wishedUntil = now() + leaseMs;
      const outcome = await update(inputOf(change, seq, wishedUntil)).then(
        (): LeaseOutcome => ({ kind: "written" }),
        (error: unknown) => explain(itemOf(error), change, seq),
      );
      if (outcome.kind === "over") return outcome;
      held = outcome.kind === "written" ? change.held : 0n;
      until = wishedUntil;
      last = seq;
      return outcome;
    },

    /** Gives back the expired leases of others seen on the item; true if there were any. */
    async reclaim(item: BudgetItem): Promise<boolean> {
      const expired = Object.entries(item).filter(
        ([name, { M: lease }]) =>
          name.startsWith(prefix) && name !== own && Number(lease?.until?.N) < now(),
      );
      for (const [name, lease] of expired) await giveBack(name, lease);
      return expired.length > 0;
    },
  };
};
