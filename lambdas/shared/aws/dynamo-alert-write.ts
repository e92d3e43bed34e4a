import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  type Update,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { OrganizationId } from "../../../core/ids";
import type { AlertChange } from "../../../core/ports/alert-store";
import {
  alertKey,
  crossingKey,
  fromCrossing,
  fromState,
  listKey,
  noticeText,
  number,
} from "./alert-items";

export type AlertTable = { readonly client: DynamoDBClient; readonly tableName: string };

const keptAfterEndMs = 365 * 86_400_000;

type Changed = AlertChange["changed"][number];

const untoldOf = ({ fired, changed }: AlertChange): readonly string[] => [
  ...(fired ? [noticeText({ kind: "fired", crossing: fired.id })] : []),
  ...changed
    .filter(({ endedAt }) => endedAt !== undefined)
    .map(({ id }) => noticeText({ kind: "ended", crossing: id })),
];

const alertUpdate = (
  TableName: string,
  organization: OrganizationId,
  version: number,
  change: AlertChange,
): Update & { readonly UpdateExpression: string } => {
  const { state } = change;
  const untold = untoldOf(change);
  return {
    TableName,
    Key: alertKey(organization),
    UpdateExpression: [
      state ? "SET #state = :state" : "REMOVE #state",
      `ADD version :one${untold.length > 0 ? ", untold :untold" : ""}`,
    ].join(" "),
    ConditionExpression: "version = :version",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: {
      ":version": number(version),
      ":one": number(1),
      ...(state && { ":state": fromState(state) }),
      ...(untold.length > 0 && { ":untold": { SS: [...untold] } }),
    },
  };
};

const crossingUpdate = (
  TableName: string,
  organization: OrganizationId,
  { id, peak, endedAt }: Changed,
): TransactWriteItem => {
  const place = { TableName, Key: crossingKey(organization, id) };
  const peakValue = { ":peak": { S: String(peak) } };
  if (endedAt === undefined) {
    const UpdateExpression = "SET peak = :peak REMOVE endedAt, expiresAtSeconds";
    return { Update: { ...place, UpdateExpression, ExpressionAttributeValues: peakValue } };
  }
  return {
    Update: {
      ...place,
      UpdateExpression: "SET peak = :peak, endedAt = :at, expiresAtSeconds = :expiry",
      ExpressionAttributeValues: {
        ...peakValue,
        ":at": number(endedAt),
        ":expiry": number(Math.ceil((endedAt + keptAfterEndMs) / 1_000)),
      },
    },
  };
};

const overtakenBy = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException ||
  (error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).some(
      ({ Code }) => Code === "ConditionalCheckFailed" || Code === "TransactionConflict",
    ));

/** A check that changes no crossing is one plain write; all others are all or nothing. */
export const advanceAlert = async (
  { client, tableName }: AlertTable,
  organization: OrganizationId,
  version: number,
  change: AlertChange,
): Promise<"written" | "overtaken"> => {
  const update = alertUpdate(tableName, organization, version, change);
  const crossings = change.changed.map((one) => crossingUpdate(tableName, organization, one));
  if (change.fired) {
    const Item = fromCrossing(organization, change.fired);
    crossings.push({ Put: { TableName: tableName, Item } });
  }
  try {
    if (crossings.length === 0) await client.send(new UpdateItemCommand(update));
    else {
      const TransactItems = [{ Update: update }, ...crossings];
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
    }
    return "written";
  } catch (error) {
    if (overtakenBy(error)) return "overtaken";
    throw error;
  }
};

/** Under the version that was read, so that an alert switched on meanwhile stays on the list. */
export const unlistAlert = async (
  { client, tableName: TableName }: AlertTable,
  organization: OrganizationId,
  version: number | undefined,
): Promise<void> => {
  const condition =
    version === undefined
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "version = :version",
          ExpressionAttributeValues: { ":version": number(version) },
        };
  const TransactItems = [
    { ConditionCheck: { TableName, Key: alertKey(organization), ...condition } },
    { Delete: { TableName, Key: listKey(organization) } },
  ];
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
  } catch (error) {
    if (!overtakenBy(error)) throw error;
  }
};
