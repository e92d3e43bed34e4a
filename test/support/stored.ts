import { type DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { localTables } from "../../local/resources";

/** Every item of every table as text, in an order that is the same everywhere. */
export const storedItems = async (client: DynamoDBClient): Promise<readonly string[]> => {
  const items: string[] = [];
  for (const { name: TableName } of localTables) {
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
      items.push(...Items.map((item) => `${TableName} ${textOf(item)}`));
    }
  }
  return items.sort();
};

/** Bytes as base64, so that what is in them is compared as well. */
const textOf = (item: object): string =>
  JSON.stringify(item, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value,
  );
