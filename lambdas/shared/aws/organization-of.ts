import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { tables } from "../../../core/storage/tables";

type Item = Record<string, AttributeValue>;

const id = /^[0-9A-Za-z]{12}$/;

/** Partitions whose next part is something else than an organization. */
const notByPartition: ReadonlySet<string> = new Set([
  "USER",
  "INVITE",
  "ORGS",
  "STRIPE",
  "STRIPEEVENT",
]);

const byPartition = (table: keyof typeof tables, pk: string): string | undefined => {
  const [first = "", second = ""] = pk.split("#");
  if (table === "usage") return first;
  return notByPartition.has(first) ? undefined : second;
};

/**
 * Whose an item is, by one rule for all tables, so that a new kind of item needs no word here:
 *
 * | where | the organization |
 * |---|---|
 * | the `usage` table | the partition's first part: `<organization>#requests#…` |
 * | everywhere else | its second part: `ORG#<organization>`, `SESSION#<organization>#…` |
 * | `USER#`, `INVITE#`, `ORGS`, `STRIPE#`, `STRIPEEVENT#` | the attribute `organization` |
 *
 * Parts are compared whole, never searched: an id may stand in a text of another organization.
 *
 * @returns undefined for what is nobody's, such as a user without a membership.
 */
export const organizationOf = (table: keyof typeof tables, item: Item): string | undefined => {
  const part = byPartition(table, item.pk?.S ?? "");
  if (part !== undefined && id.test(part)) return part;
  return item.organization?.S;
};
