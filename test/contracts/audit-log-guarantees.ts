import { ulid } from "ulid";
import type { UserId } from "../../core/contract/fields";
import type { OrganizationId } from "../../core/ids";
import type { AuditLog, AuditRow } from "../../core/ports/audit-log";
import { freshOrganization } from "./cloud";

/** 2026-11-24T12:00:00Z. */
export const noon = Date.parse("2026-11-24T12:00:00Z");

export const auditRow = (
  organization: OrganizationId,
  at: number,
  fields: Partial<AuditRow> = {},
): AuditRow => ({
  id: ulid(at),
  organization,
  at,
  user: "00000000-0000-4000-8000-000000000001" as UserId,
  email: "ada@example.com",
  action: "keys.revoke",
  target: "Key0000001",
  details: {},
  ...fields,
});

/** What was done is told page by page, the newest first. */
export const auditGuarantees = (open: () => AuditLog): void => {
  const append = async (log: AuditLog, organization: OrganizationId, count: number) => {
    const rows = Array.from({ length: count }, (_, n) => auditRow(organization, noon + n));
    await Promise.all(rows.map((row) => log.append(row)));
    return rows.reverse();
  };

  test("an organization where nothing was done has an empty page and no next", async () => {
    expect(await open().list(freshOrganization(), 10)).toEqual({ rows: [] });
  });

  test("a row comes back with every field, with or without a target", async () => {
    const log = open();
    const organization = freshOrganization();
    const details = { from: "viewer", to: { role: "admin", 'ä "': [1, null, true] } };
    const { target: _, ...whole } = auditRow(organization, noon, { details });
    const first: AuditRow = whole;
    const second = auditRow(organization, noon + 1);
    await log.append(first);
    await log.append(second);
    expect((await log.list(organization, 10)).rows).toEqual([second, first]);
  });

  test("pages follow each other without a gap or a row told twice", async () => {
    const log = open();
    const organization = freshOrganization();
    const rows = await append(log, organization, 25);
    const told: AuditRow[] = [];
    let cursor: string | undefined;
    const sizes: number[] = [];
    do {
      const page = await log.list(organization, 10, cursor);
      told.push(...page.rows);
      sizes.push(page.rows.length);
      cursor = page.next;
    } while (cursor !== undefined);
    expect(sizes).toEqual([10, 10, 5]);
    expect(told).toEqual(rows);
  });

  test("what is done between two pages is in neither", async () => {
    const log = open();
    const organization = freshOrganization();
    const rows = await append(log, organization, 4);
    const { next } = await log.list(organization, 2);
    await log.append(auditRow(organization, noon + 1_000));
    expect((await log.list(organization, 10, next)).rows).toEqual(rows.slice(2));
  });

  test("an organization's rows are its own, also by another's cursor", async () => {
    const log = open();
    const [organization, other] = [freshOrganization(), freshOrganization()];
    const rows = await append(log, organization, 2);
    await append(log, other, 3);
    const { next } = await log.list(other, 1);
    expect((await log.list(organization, 10)).rows).toEqual(rows);
    const paged = (await log.list(organization, 10, next)).rows;
    expect(paged.every((row) => row.organization === organization)).toBe(true);
  });
};
