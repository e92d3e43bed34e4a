import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { AlertState } from "../../../core/alerts/alert-state";
import type { OrganizationId } from "../../../core/ids";
import type { Alert, ClaimedNotice, Crossing, Notice } from "../../../core/ports/alert-store";

/**
 * Spend alerts in the `control` table.
 *
 * | pk          | sk                     | what                                                          |
 * | ----------- | ---------------------- | ------------------------------------------------------------- |
 * | `ORG#<org>` | `ALERT`                | threshold, recipients, state as JSON, version, untold notices |
 * | `ORG#<org>` | `CROSSING#<ulid>`      | a crossing as JSON, peak and end beside it, who was told      |
 * | `ORG#<org>` | `ALERT-TESTS#<minute>` | how many test alerts a minute had; gone after some minutes    |
 * | `ALERTS`    | `<org>`                | one organization that is to be checked                        |
 *
 * An open crossing has no time to live; one that ended is kept for a year.
 */
export type Item = Record<string, AttributeValue>;

export const crossingPrefix = "CROSSING#";
export const listPk = { S: "ALERTS" };

const organizationPk = (organization: OrganizationId) => ({ S: `ORG#${organization}` });

export const partitionOf = organizationPk;
export const alertKey = (organization: OrganizationId) => ({
  pk: organizationPk(organization),
  sk: { S: "ALERT" },
});
export const crossingKey = (organization: OrganizationId, id: string) => ({
  pk: organizationPk(organization),
  sk: { S: `${crossingPrefix}${id}` },
});
export const testsKey = (organization: OrganizationId, minute: number) => ({
  pk: organizationPk(organization),
  sk: { S: `ALERT-TESTS#${minute}` },
});
export const listKey = (organization: OrganizationId) => ({
  pk: listPk,
  sk: { S: organization as string },
});

export const number = (value: number): AttributeValue => ({ N: String(value) });

/** Sums may be above what a double holds. */
const amount = z
  .string()
  .regex(/^\d+$/)
  .transform((text) => BigInt(text));

const text = (_: string, value: unknown): unknown =>
  typeof value === "bigint" ? String(value) : value;

const openSchema = z.strictObject({
  id: z.string(),
  at: z.int(),
  window: z.int(),
  peak: amount,
});

const stateSchema = z.strictObject({
  thresholdMicroUsd: z.int(),
  through: z.int(),
  floor: z.int(),
  open: openSchema.optional(),
  closed: openSchema.extend({ endedBy: z.int() }).optional(),
});

export const fromState = (state: AlertState): AttributeValue => ({
  S: JSON.stringify(state, text),
});

const crossingSchema = z.strictObject({
  id: z.string(),
  at: z.int(),
  from: z.int(),
  to: z.int(),
  thresholdMicroUsd: z.int(),
  sum: amount,
  customers: z.array(z.strictObject({ customer: z.string().nullable(), cost: amount })),
  customersExact: z.boolean(),
  recipients: z.array(z.string()),
});

export const noticeText = ({ kind, crossing }: Notice): string => `${kind}#${crossing}`;

const toNotice = (untold: string): Notice => {
  const [kind, crossing = ""] = untold.split("#");
  return { kind: kind === "ended" ? "ended" : "fired", crossing };
};

export const toAlert = (item: Item): Alert => {
  const { state: stateItem, untold, version, thresholdMicroUsd, recipients } = item;
  const state =
    stateItem?.S === undefined
      ? undefined
      : (stateSchema.parse(JSON.parse(stateItem.S)) as AlertState);
  return {
    settings: {
      thresholdMicroUsd: Number(thresholdMicroUsd?.N ?? 0),
      recipients: (recipients?.L ?? []).flatMap(({ S }) => (S === undefined ? [] : [S])),
    },
    ...(state && { state }),
    version: Number(version?.N ?? 0),
    untold: (untold?.SS ?? []).map(toNotice),
  };
};

export const fromCrossing = (organization: OrganizationId, crossing: Crossing): Item => {
  const { peak, endedAt: _, ...rest } = crossing;
  return {
    ...crossingKey(organization, crossing.id),
    json: { S: JSON.stringify(rest, text) },
    peak: { S: String(peak) },
  };
};

export const toCrossing = (item: Item): Crossing => ({
  ...crossingSchema.parse(JSON.parse(item.json?.S ?? "null")),
  peak: amount.parse(item.peak?.S),
  ...(item.endedAt?.N !== undefined && { endedAt: Number(item.endedAt.N) }),
});

export const toClaimed = (item: Item, { kind }: Notice): ClaimedNotice => {
  const published = item[`${kind}Published`]?.SS ?? [];
  return {
    crossing: toCrossing(item),
    mailed: item.mailed?.SS ?? [],
    published: (["topic", "event"] as const).filter((channel) => published.includes(channel)),
    tries: Number(item[`${kind}Tries`]?.N ?? 0),
  };
};
