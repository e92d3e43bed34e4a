import type { UserId } from "../contract/fields";
import type { OrganizationId } from "../ids";
import type { RequestQuery } from "../usage/request-filter";

/** What a link to a file of requests is good for. All times are milliseconds since 1970 UTC. */
export type ExportLink = {
  readonly organization: OrganizationId;
  /** Who asked for it. */
  readonly user: UserId;
  readonly from: number;
  readonly to: number;
  readonly filters: RequestQuery;
  readonly expiresAt: number;
};

/** Links are known by the SHA-256 of their token (hex): the token itself is nowhere. */
export interface ExportLinks {
  put(tokenHash: string, link: ExportLink): Promise<void>;
  /** Also one that has expired. */
  find(tokenHash: string): Promise<ExportLink | undefined>;
}
