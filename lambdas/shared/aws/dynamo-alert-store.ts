import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  QueryCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { OrganizationId } from "../../../core/ids";
import type { AlertStore } from "../../../core/ports/alert-store";
import {
  alertKey,
  crossingKey,
  crossingPrefix,
  type Item,
  listKey,
  listPk,
  noticeText,
  number,
  partitionOf,
  testsKey,
  toAlert,
  toClaimed,
  toCrossing,
} from "./alert-items";
import { type AlertTable, advanceAlert, unlistAlert } from "./dynamo-alert-write";

const minuteMs = 60_000;

/** The item as it is after the write; undefined where the condition does not hold. */
const updateIf = async (
  { client, tableName }: AlertTable,
  key: Item,
  UpdateExpression: string,
  values: Item,
  condition: string,
): Promise<Item | undefined> => {
  try {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: key,
        UpdateExpression,
        ConditionExpression: condition,
        ExpressionAttributeValues: values,
        ReturnValues: "ALL_NEW",
      }),
    );
    return Attributes;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
};

/** What one process has in hand, and what it has done of it. */
const createNotices = (
  table: AlertTable,
): Pick<AlertStore, "claim" | "noteMailed" | "notePublished" | "settle"> => ({
  async claim(organization, notice, now, until) {
    const { kind, crossing } = notice;
    const item = await updateIf(
      table,
      crossingKey(organization, crossing),
      `SET ${kind}ClaimedUntil = :until ADD ${kind}Tries :one`,
      { ":until": number(until), ":now": number(now), ":one": number(1) },
      `attribute_exists(pk) AND (attribute_not_exists(${kind}ClaimedUntil) OR ${kind}ClaimedUntil <= :now)`,
    );
    return item && toClaimed(item, notice);
  },
  async noteMailed(organization, crossing, recipient) {
    const values = { ":one": { SS: [recipient] } };
    const key = crossingKey(organization, crossing);
    await updateIf(table, key, "ADD mailed :one", values, "attribute_exists(pk)");
  },
  async notePublished(organization, { kind, crossing }, channel) {
    const values = { ":one": { SS: [channel] } };
    const key = crossingKey(organization, crossing);
    await updateIf(table, key, `ADD ${kind}Published :one`, values, "attribute_exists(pk)");
  },
  async settle(organization, notice) {
    const values = { ":one": { SS: [noticeText(notice)] } };
    const key = alertKey(organization);
    await updateIf(table, key, "DELETE untold :one", values, "attribute_exists(pk)");
  },
});

/** Spend alerts in the `control` table; `alert-items` names the items. */
export const createDynamoAlertStore = (table: AlertTable): AlertStore => {
  const { client, tableName: TableName } = table;
  return {
    ...createNotices(table),

    async find(organization) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: alertKey(organization), ConsistentRead: true }),
      );
      return Item && toAlert(Item);
    },

    async putSettings(organization, { thresholdMicroUsd, recipients }) {
      await client.send(
        new UpdateItemCommand({
          TableName,
          Key: alertKey(organization),
          UpdateExpression: "SET thresholdMicroUsd = :most, recipients = :to ADD version :one",
          ExpressionAttributeValues: {
            ":most": number(thresholdMicroUsd),
            ":to": { L: recipients.map((S) => ({ S })) },
            ":one": number(1),
          },
        }),
      );
      // After the version changed: who takes it off the list goes by a version from before.
      const Item = { ...listKey(organization), organization: { S: organization as string } };
      await client.send(new PutItemCommand({ TableName, Item }));
    },

    async *organizations() {
      const query = {
        TableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": listPk },
      };
      for await (const { Items = [] } of paginateQuery({ client }, query)) {
        for (const item of Items) yield (item.sk?.S ?? "") as OrganizationId;
      }
    },

    advance: (organization, version, change) => advanceAlert(table, organization, version, change),
    unlist: (organization, version) => unlistAlert(table, organization, version),

    async crossings(organization, limit) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
          ExpressionAttributeValues: {
            ":pk": partitionOf(organization),
            ":prefix": { S: crossingPrefix },
          },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map(toCrossing);
    },

    async countTest(organization, now, most) {
      const minute = Math.floor(now / minuteMs);
      const item = await updateIf(
        table,
        testsKey(organization, minute),
        "SET expiresAtSeconds = :expiry ADD sent :one",
        { ":expiry": number(minute * 60 + 600), ":one": number(1), ":most": number(most) },
        "attribute_not_exists(sent) OR sent < :most",
      );
      return item !== undefined;
    },
  };
};
