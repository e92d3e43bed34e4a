import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";

type Item = Record<string, AttributeValue>;

export type JsonPlace = {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly key: { readonly pk: AttributeValue; readonly sk: AttributeValue };
  /** A number beside the JSON that decides what may be changed: it must be as it was read. */
  readonly guard: "revokedAt" | "deactivatedAt";
};

/** Each failed write means that somebody else's succeeded; so many in a row are given up. */
const mostTries = 100;

export const readItem = async ({
  client,
  table,
  key,
}: Omit<JsonPlace, "guard">): Promise<Item | undefined> => {
  const read = new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true });
  return (await client.send(read)).Item;
};

/** The whole text that was read is the version: whoever read another text has to read again. */
const replace = async (
  { client, table, key, guard }: JsonPlace,
  item: Item,
  text: string,
): Promise<boolean> => {
  const guarded = item[guard];
  const update = new UpdateItemCommand({
    TableName: table,
    Key: key,
    UpdateExpression: "SET json = :after",
    ConditionExpression: `json = :before AND ${guarded ? "#guard = :guard" : "attribute_not_exists(#guard)"}`,
    ExpressionAttributeNames: { "#guard": guard },
    ExpressionAttributeValues: {
      ":before": { S: item.json?.S ?? "" },
      ":after": { S: text },
      ...(guarded && { ":guard": guarded }),
    },
  });
  try {
    await client.send(update);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/**
 * Replaces the JSON of an item by what is made of it, however many do so at the same time. What
 * stands beside the JSON stays as it is.
 *
 * @param textOf - the new text, of the item as it is at the moment; called again after a lost race.
 * @returns whether there is such an item.
 */
export const replaceJson = async (
  place: JsonPlace,
  textOf: (item: Item) => string,
): Promise<boolean> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const item = await readItem(place);
    if (!item) return false;
    const text = textOf(item);
    if (text === item.json?.S || (await replace(place, item, text))) return true;
  }
  throw new Error(`an item of the ${place.table} table changed ${mostTries} times meanwhile`);
};
