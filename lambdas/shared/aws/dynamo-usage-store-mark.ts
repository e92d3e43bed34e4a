import { paginateQuery, type Update } from "@aws-sdk/client-dynamodb";
import type { UsageMarks } from "../../../core/ports/usage-store";
import type { DayMark } from "../../../core/usage/day-mark";
import { bucketSortFrom, markKey, markPartitions } from "./dynamo-usage-store-keys";
import type { ReadParts } from "./dynamo-usage-store-read";

/** Counts requests in their day, which begins to exist with its first. */
export const markUpdateOf = (TableName: string, mark: DayMark): Update => ({
  TableName,
  Key: markKey(mark),
  UpdateExpression: "SET #start = :start ADD #requests :requests",
  ExpressionAttributeNames: { "#start": "start", "#requests": "requests" },
  ExpressionAttributeValues: {
    ":start": { N: String(mark.start) },
    ":requests": { N: String(mark.requests) },
  },
});

/** Reads how many requests each day holds; some 60 bytes a day. */
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
        for (const { start, requests } of Items) {
          found.push({ organization, start: Number(start?.N), requests: Number(requests?.N) });
        }
      }
    }
    return found.filter(({ start }) => start < to);
  },
});
