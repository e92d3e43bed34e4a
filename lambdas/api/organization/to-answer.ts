import type { OrganizationAnswer } from "../../../core/contract/organization";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import type { OrganizationRecord } from "../../../core/ports/directory";

/** An organization as the dashboard shows it. */
export const toOrganizationAnswer = (
  record: OrganizationRecord,
  settings: OrganizationSettings,
): OrganizationAnswer => ({
  id: record.id,
  name: settings.name,
  timeZone: settings.timeZone,
  createdAt: new Date(record.createdAt).toISOString(),
  routingMode: settings.routingMode,
  baselineModel: settings.baselineModel ?? null,
  budget: {
    dailyMicroUsd: settings.budget?.dailyMicroUsd ?? null,
    monthlyMicroUsd: settings.budget?.monthlyMicroUsd ?? null,
  },
  requestsPerMinute: settings.requestsPerMinute ?? null,
  retentionDays: settings.retentionDays ?? null,
  promptStorage: settings.promptStorage ?? false,
});
