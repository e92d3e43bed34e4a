import type { AuditRowAnswer, auditOperations } from "../../../core/contract/audit";
import type { AuditLog, AuditRow } from "../../../core/ports/audit-log";
import type { HandlersOf } from "../handler";

export type AuditParts = { readonly audit: Pick<AuditLog, "list"> };

const toAnswer = ({ id, at, user, email, action, target, details }: AuditRow): AuditRowAnswer => ({
  id,
  at: new Date(at).toISOString(),
  user,
  email,
  action,
  target: target ?? null,
  details: { ...details },
});

export const createAuditHandlers = ({ audit }: AuditParts): HandlersOf<typeof auditOperations> => ({
  "audit.list": async ({ actor, query: { limit = 50, cursor } }) => {
    const { rows, next } = await audit.list(actor.organization, limit, cursor);
    return { rows: rows.map(toAnswer), next: next ?? null };
  },
});
