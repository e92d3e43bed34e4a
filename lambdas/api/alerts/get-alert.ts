import { alertEventSource } from "../../../core/alerts/alert-event";
import { minuteOf, windowMinutes, windowPeriod } from "../../../core/alerts/windows";
import type { AlertAnswer } from "../../../core/contract/alerts";
import type { OrganizationId } from "../../../core/ids";
import { readMinuteCosts } from "../../shared/alerts/minute-costs";
import type { AlertsParts } from "./alerts-parts";

const minuteMs = 60_000;

const iso = (at: number): string => new Date(at).toISOString();

/** The alert as it is set, what it says, and the 60 minutes that end with the running one. */
export const readAlert = async (
  { alerts, usage, now, topicArn }: AlertsParts,
  organization: OrganizationId,
): Promise<AlertAnswer> => {
  const window = minuteOf(now());
  const [alert, costs] = await Promise.all([
    alerts.find(organization),
    readMinuteCosts(usage, organization, window, window),
  ]);
  const { thresholdMicroUsd, recipients } = alert?.settings ?? {
    thresholdMicroUsd: 0,
    recipients: [],
  };
  // Settings count at once, the state from the next check on.
  const open = thresholdMicroUsd > 0 ? alert?.state?.open : undefined;
  const { from } = windowPeriod(window);
  const minutes = Array.from({ length: windowMinutes }, (_, index) => {
    const start = from + index * minuteMs;
    return { start: iso(start), cost: costs.get(minuteOf(start)) ?? 0n };
  });
  return {
    thresholdMicroUsd,
    recipients: [...recipients],
    state: thresholdMicroUsd === 0 ? "off" : open ? "fired" : "armed",
    firedAt: open ? iso(open.at) : null,
    minutes: minutes.map(({ start, cost }) => ({ start, cost: String(cost) })),
    sum: String(minutes.reduce((sum, { cost }) => sum + cost, 0n)),
    topicArn: topicArn ?? null,
    eventSource: alertEventSource,
  };
};
