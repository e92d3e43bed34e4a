import type { UserId } from "../contract/fields";
import type { OrganizationId } from "../ids";

/** What a person changed. */
export type AuditRow = {
  /** A ULID of `at`: sorts by time. */
  readonly id: string;
  readonly organization: OrganizationId;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly user: UserId;
  readonly email: string;
  /** An operation's id. */
  readonly action: string;
  readonly target?: string;
  /** Never a secret, a prompt or an answer. */
  readonly details: Readonly<Record<string, unknown>>;
};

export interface AuditLog {
  append(row: AuditRow): Promise<void>;
  /** The newest first; `next` is there where the page was full. */
  list(
    organization: OrganizationId,
    limit: number,
    cursor?: string,
  ): Promise<{ readonly rows: readonly AuditRow[]; readonly next?: string }>;
}
