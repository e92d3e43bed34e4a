import type { OrganizationId } from "../../../core/ids";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import type { UsageCells } from "../../../core/ports/usage-cells";
import type { NamedKey } from "./labels";

export type UsageParts = {
  readonly usage: UsageCells;
  readonly settings: {
    find(
      organization: OrganizationId,
    ): Promise<Pick<OrganizationSettings, "timeZone" | "baselineModel"> | undefined>;
  };
  /** All that there are or were: revoked keys have their names still. */
  readonly keys: { list(organization: OrganizationId): Promise<readonly NamedKey[]> };
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};
