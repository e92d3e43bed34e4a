import * as z from "zod";
import { defineOperation } from "./define-operation";
import { countField, cursorField, instantText } from "./fields";

export const auditRowAnswer = z.object({
  id: z.string(),
  at: instantText,
  user: z.string(),
  email: z.string(),
  /** An operation's id. */
  action: z.string(),
  /** What was acted on, such as a key's id; null: the organization itself. */
  target: z.string().nullable(),
  /** What was changed, without a secret. */
  details: z.record(z.string(), z.unknown()),
});

export type AuditRowAnswer = z.infer<typeof auditRowAnswer>;

export const listAudit = defineOperation({
  id: "audit.list",
  method: "GET",
  path: "/api/audit",
  summary: "Who changed what, the newest first",
  least: "admin",
  query: z.strictObject({
    limit: countField(1, 200).optional(),
    cursor: cursorField.optional(),
  }),
  answer: z.object({ rows: z.array(auditRowAnswer), next: z.string().nullable() }),
});

export const auditOperations = [listAudit] as const;
