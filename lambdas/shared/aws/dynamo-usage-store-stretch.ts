import type { AttributeValue, QueryCommandInput } from "@aws-sdk/client-dynamodb";

/** A stretch of sort keys: `from` <= sk < `below`. */
export type Stretch = { readonly from: string; readonly below: string };

export const sortKey = (item: Record<string, AttributeValue>): string => item.sk?.S ?? "";

/** BETWEEN takes its end in, a stretch does not: that one item is to be left out of the answer. */
export const queryOf = (
  table: string,
  pk: string,
  { from, below }: Stretch,
): QueryCommandInput => ({
  TableName: table,
  KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :below",
  ExpressionAttributeValues: { ":pk": { S: pk }, ":from": { S: from }, ":below": { S: below } },
});
