import type { OrganizationId } from "../../../core/ids";
import type { KeyRecord } from "../../../core/ports/access-store";
import type { Directory } from "../../../core/ports/directory";
import type { Payments } from "../../../core/ports/payments";
import type { PlanStore } from "../../../core/ports/plan-store";
import type { UsageCells } from "../../../core/ports/usage-cells";

export type PlanParts = {
  readonly plans: PlanStore;
  /** Undefined where no payments are set up: then all is unlimited. */
  readonly payments: Payments | undefined;
  readonly registry: {
    listKeys(organization: OrganizationId): Promise<readonly KeyRecord[]>;
    findOrganization(
      organization: OrganizationId,
    ): Promise<{ readonly timeZone: string } | undefined>;
  };
  readonly directory: Pick<Directory, "listMembers">;
  readonly usage: Pick<UsageCells, "cells">;
  /** Without a path. */
  readonly dashboardUrl: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};
