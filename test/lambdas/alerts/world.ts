import { ulid } from "ulid";
import type { UserId } from "../../../core/contract/fields";
import type { Role } from "../../../core/contract/role";
import type { OrganizationId } from "../../../core/ids";
import type { PicoUsd } from "../../../core/money/amounts";
import type { AlertStore } from "../../../core/ports/alert-store";
import type { UsageStore } from "../../../core/ports/usage-store";
import { checkAlerts } from "../../../lambdas/alerts/check-alerts";
import { usageEvent } from "../../contracts/usage-event-arbitrary";
import { createMemoryAlertStore } from "../../fakes/memory-alert-store";
import { createMemoryChannels } from "../../fakes/memory-channels";
import { createMemoryLog } from "../../fakes/memory-log";
import { createMemoryUsageStore } from "../../fakes/memory-usage-store";

export const minuteMs = 60_000;
export const noon = Date.parse("2026-11-24T12:00:00Z");
export const acme = "Acme00000000" as OrganizationId;

const member = (email: string, role: Role) => ({
  user: `user of ${email}` as unknown as UserId,
  email,
  role,
  since: noon,
});

/** Everything that checking takes, with a clock that is moved by hand. */
export const createWorld = (
  lent: { readonly store?: AlertStore; readonly usage?: UsageStore } = {},
) => {
  const clock = { ms: noon };
  const channels = createMemoryChannels();
  const { log, lines } = createMemoryLog();
  const store = lent.store ?? createMemoryAlertStore();
  const usage = lent.usage ?? createMemoryUsageStore();
  let serial = 0;
  const parts = {
    ...channels.parts,
    store,
    alerts: store,
    usage,
    directory: {
      listMembers: async () => [
        member("owner@example.com", "owner"),
        member("admin@example.com", "admin"),
        member("member@example.com", "member"),
        member("viewer@example.com", "viewer"),
      ],
    },
    organizations: {
      findOrganization: async () => ({ name: "Acme", timeZone: "Europe/Berlin" }),
    },
    log,
    now: () => clock.ms,
    newCrossingId: (at: number) => ulid(at),
    dashboardUrl: "https://dashboard.example.com",
    topicArn: "arn:aws:sns:us-east-1:000000000000:alerts",
  };
  return {
    ...channels,
    parts,
    store,
    usage,
    lines,
    clock,
    check: () => checkAlerts(parts),
    /** A request that comes in now. */
    spend: (usd: number, customer?: string, organization: OrganizationId = acme) => {
      serial += 1;
      const tags: Record<string, string> = customer === undefined ? {} : { customer };
      const cost = (usd * 1e12) as PicoUsd;
      return usage.record([usageEvent({ at: clock.ms, organization, tags, cost }, serial)]);
    },
    /** Checks once in each minute that passes. */
    pass: async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        clock.ms += minuteMs;
        await checkAlerts(parts);
      }
    },
  };
};
