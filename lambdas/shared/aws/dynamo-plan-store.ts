import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { paidPlans } from "../../../core/contract/plan";
import type { OrganizationId } from "../../../core/ids";
import type { PlanStore, PlanWrite, StoredPlan } from "../../../core/ports/plan-store";

/**
 * Plans in the `control` table.
 *
 * | partition | sort | holds |
 * |---|---|---|
 * | `ORG#<organization>` | `PLAN` | the customer, the subscription as JSON, the version |
 * | `STRIPE#<customer>` | `CUSTOMER` | the organization |
 * | `STRIPEEVENT#<id>` | `APPLIED` | the organization; expires |
 */
type Item = Record<string, AttributeValue>;

const subscriptionSchema = z.strictObject({
  id: z.string(),
  plan: z.enum(paidPlans),
  status: z.enum(["active", "past-due"]),
  endsWithPeriod: z.boolean(),
  periodEndsAt: z.int(),
});

const planKey = (organization: OrganizationId) => ({
  pk: { S: `ORG#${organization}` },
  sk: { S: "PLAN" },
});
const customerKey = (customer: string) => ({
  pk: { S: `STRIPE#${customer}` },
  sk: { S: "CUSTOMER" },
});
const eventKey = (event: string) => ({
  pk: { S: `STRIPEEVENT#${event}` },
  sk: { S: "APPLIED" },
});

/** Stripe sends an event again for up to three days; by hand, for 30. */
const eventKeptMs = 45 * 86_400_000;

const toPlan = (item: Item | undefined): StoredPlan => {
  const { version, customer, subscription } = item ?? {};
  return {
    version: Number(version?.N ?? 0),
    ...(customer?.S !== undefined && { customer: customer.S }),
    ...(subscription?.S !== undefined && {
      subscription: subscriptionSchema.parse(JSON.parse(subscription.S)),
    }),
  };
};

/** Which of the writes were refused by their condition; undefined: all were made. */
const refusals = (error: unknown): readonly boolean[] => {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
  // Somebody was writing at the same time: as good as having written before.
  const refused = codes.map(
    (code) => code === "ConditionalCheckFailed" || code === "TransactionConflict",
  );
  if (!refused.includes(true)) throw error;
  return refused;
};

/** The plan's item under its version; it must be there, so that none is made for who is gone. */
const updateOf = (TableName: string, { organization, version, subscription }: PlanWrite) => ({
  Update: {
    TableName,
    Key: planKey(organization),
    UpdateExpression:
      subscription === undefined
        ? "SET version = :next REMOVE subscription"
        : "SET version = :next, subscription = :subscription",
    ConditionExpression: "version = :version",
    ExpressionAttributeValues: {
      ":version": { N: String(version) },
      ":next": { N: String(version + 1) },
      ...(subscription !== undefined && {
        ":subscription": { S: JSON.stringify(subscription) },
      }),
    },
  },
});

const markOf = (TableName: string, organization: OrganizationId, event: string, at: number) => ({
  Put: {
    TableName,
    Item: {
      ...eventKey(event),
      organization: { S: organization },
      expiresAtSeconds: { N: String(Math.ceil((at + eventKeptMs) / 1_000)) },
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const createDynamoPlanStore = (client: DynamoDBClient, TableName: string): PlanStore => {
  const get = async (Key: Item): Promise<Item | undefined> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key, ConsistentRead: true }),
    );
    return Item;
  };
  const read = async (organization: OrganizationId) => toPlan(await get(planKey(organization)));

  return {
    read,

    async organizationOf(customer) {
      const item = await get(customerKey(customer));
      return item?.organization?.S as OrganizationId | undefined;
    },

    async linkCustomer(organization, customer) {
      const plan = {
        Put: {
          TableName,
          Item: { ...planKey(organization), version: { N: "1" }, customer: { S: customer } },
          ConditionExpression: "attribute_not_exists(pk)",
        },
      };
      const link = { ...customerKey(customer), organization: { S: organization } };
      try {
        const TransactItems = [plan, { Put: { TableName, Item: link } }];
        await client.send(new TransactWriteItemsCommand({ TransactItems }));
        return customer;
      } catch (error) {
        refusals(error);
        const { customer: earlier } = await read(organization);
        if (earlier === undefined) throw error;
        return earlier;
      }
    },

    async wasApplied(event) {
      return (await get(eventKey(event))) !== undefined;
    },

    async write(write) {
      const { organization, event, at } = write;
      const mark = event === undefined ? [] : [markOf(TableName, organization, event, at)];
      try {
        const TransactItems = [updateOf(TableName, write), ...mark];
        await client.send(new TransactWriteItemsCommand({ TransactItems }));
        return "written";
      } catch (error) {
        const [, wasApplied] = refusals(error);
        return wasApplied && event !== undefined && (await this.wasApplied(event))
          ? "applied"
          : "stale";
      }
    },
  };
};
