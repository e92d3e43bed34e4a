import { type AttributeValue, paginateQuery, type Update } from "@aws-sdk/client-dynamodb";
import type { OrganizationId } from "../../../core/ids";
import type { UsageMarks } from "../../../core/ports/usage-store";
import type { DayMark } from "../../../core/usage/day-mark";
import { bucketSortFrom, markKey, markPartitions } from "./dynamo-usage-store-keys";
import type { ReadParts } from "./dynamo-usage-store-read";

const minuteMs = 60_000;
const hourName = /^h(-?\d+)$/;

/** `h60` counts the requests of the hour that begins 60 minutes after the day. */
const hourNameOf = (day: number, hour: number): string => `h${(hour - day) / minuteMs}`;

const hoursIn = (start: number, item: Record<string, AttributeValue>): DayMark["hours"] => {
  const hours = new Map<number, number>();
  for (const [name, value] of Object.entries(item)) {
    const minutes = hourName.exec(name)?.[1];
    if (minutes !== undefined) hours.set(start + Number(minutes) * minuteMs, Number(value.N));
  }
  return hours;
};

/** Counts requests in their day, and in the day's hours, which begin to exist with their first. */
export const markUpdateOf = (TableName: string, mark: DayMark): Update => {
  const hours = [...mark.hours];
  return {
    TableName,
    Key: markKey(mark),
    UpdateExpression: `SET #start = :start ADD #requests :requests${hours.map((_, n) => `, #h${n} :h${n}`).join("")}`,
    ExpressionAttributeNames: {
      "#start": "start",
      "#requests": "requests",
      ...Object.fromEntries(hours.map(([hour], n) => [`#h${n}`, hourNameOf(mark.start, hour)])),
    },
    ExpressionAttributeValues: {
      ":start": { N: String(mark.start) },
      ":requests": { N: String(mark.requests) },
      ...Object.fromEntries(hours.map(([, requests], n) => [`:h${n}`, { N: String(requests) }])),
    },
  };
};

/** Notes that the day is packed as of this mark. */
export const packedUpdateOf = (TableName: string, mark: DayMark): Update => ({
  TableName,
  Key: markKey(mark),
  UpdateExpression: "SET #packed = :packed",
  // What was erased meanwhile is not begun anew.
  ConditionExpression: "attribute_exists(pk)",
  ExpressionAttributeNames: { "#packed": "packed" },
  ExpressionAttributeValues: { ":packed": { N: String(mark.requests) } },
});

const markIn = (organization: OrganizationId, item: Record<string, AttributeValue>): DayMark => {
  const start = Number(item.start?.N);
  return {
    organization,
    start,
    requests: Number(item.requests?.N),
    hours: hoursIn(start, item),
    ...(item.packed?.N !== undefined && { packed: Number(item.packed.N) }),
  };
};

/** Reads how many requests each day holds; some 300 bytes a day. */
export const createDynamoUsageMarks = ({ client, table }: ReadParts): UsageMarks => ({
  async marks(period) {
    const { organization, from, to } = period;
    const values = { ":from": { S: bucketSortFrom(from) }, ":below": { S: bucketSortFrom(to) } };
    const found: DayMark[] = [];
    for (const pk of markPartitions(period)) {
      const query = {
        TableName: table,
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :below",
        ExpressionAttributeValues: { ":pk": { S: pk }, ...values },
      };
      for await (const { Items = [] } of paginateQuery({ client }, query)) {
        found.push(...Items.map((item) => markIn(organization, item)));
      }
    }
    return found.filter(({ start }) => start < to);
  },
});
