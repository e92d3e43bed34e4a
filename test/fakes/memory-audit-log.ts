import type { AuditLog, AuditRow } from "../../core/ports/audit-log";

/** Audit rows in a list. */
export const createMemoryAuditLog = (): AuditLog & { readonly rows: readonly AuditRow[] } => {
  const rows: AuditRow[] = [];
  return {
    rows,
    append: async (row) => {
      rows.push(row);
    },
    list: async (organization, limit, cursor) => {
      const page = rows
        .filter((row) => row.organization === organization)
        .filter(({ id }) => cursor === undefined || id < cursor)
        .sort((one, other) => (one.id < other.id ? 1 : -1))
        .slice(0, limit);
      const last = page.length === limit ? page.at(-1) : undefined;
      return { rows: page, ...(last && { next: last.id }) };
    },
  };
};
