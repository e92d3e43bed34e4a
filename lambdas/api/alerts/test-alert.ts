import { type Announced, toAlertEvent, toTopicMessage } from "../../../core/alerts/announcement";
import { minuteOf, windowPeriod, windowSums } from "../../../core/alerts/windows";
import { RequestError } from "../../../core/errors";
import type { OrganizationId } from "../../../core/ids";
import type { AlertSettings } from "../../../core/ports/alert-store";
import { findAnnounced, linksOf, toLetter } from "../../shared/alerts/announcing";
import { findRecipients } from "../../shared/alerts/find-recipients";
import { readMinuteCosts } from "../../shared/alerts/minute-costs";
import { findTopCustomers } from "../../shared/alerts/top-customers";
import { conflict } from "../problems";
import type { AlertsParts } from "./alerts-parts";

const testsPerMinute = 3;
const minuteMs = 60_000;

/** What a real one would say at this moment. */
const announce = async (
  { usage, organizations, now, dashboardUrl }: AlertsParts,
  organization: OrganizationId,
  { thresholdMicroUsd }: AlertSettings,
): Promise<Announced> => {
  const at = now();
  const window = minuteOf(at);
  const period = windowPeriod(window);
  const [costs, { customers, exact }, named] = await Promise.all([
    readMinuteCosts(usage, organization, window, window),
    findTopCustomers(usage, { organization, ...period }),
    findAnnounced(organizations, organization),
  ]);
  const sum = windowSums(costs, window, window)(window);
  const facts = { id: "test", at, ...period, thresholdMicroUsd, sum, peak: sum };
  return {
    kind: "test",
    organization: named,
    crossing: { ...facts, customers, customersExact: exact },
    ...linksOf(dashboardUrl, period),
  };
};

const tooMany = (at: number): RequestError => {
  const retryAfterSeconds = Math.ceil((minuteMs - (at % minuteMs)) / 1_000);
  const message = `${testsPerMinute} test alerts were sent in this minute; try again in ${retryAfterSeconds} s`;
  return new RequestError(429, "too_many_tests", message, { retryAfterSeconds });
};

/** Whoever tests wants to know what does not get through, and by which way. */
const through = async (way: string, sending: Promise<void>): Promise<void> => {
  try {
    await sending;
  } catch (error) {
    const reason = error instanceof Error ? error.name : "no reason given";
    throw new RequestError(502, "alert_not_sent", `${way} did not take the test: ${reason}`);
  }
};

/** Sends what an alert sends, marked as a test, to everybody whom an alert would go to. */
export const sendTest = async (
  parts: AlertsParts,
  organization: OrganizationId,
): Promise<readonly string[]> => {
  const { alerts, directory, mailer, topic, events, now } = parts;
  const { settings } = (await alerts.find(organization)) ?? {};
  if (settings === undefined || settings.thresholdMicroUsd === 0) {
    throw conflict("alert_off", "the spend alert is off; set a threshold first");
  }
  const at = now();
  if (!(await alerts.countTest(organization, at, testsPerMinute))) throw tooMany(at);
  const recipients = await findRecipients(directory, organization, settings);
  const announced = await announce(parts, organization, settings);
  const letter = toLetter(announced);
  const sendings = [
    ...recipients.map((to) => through(`the mail service, for ${to},`, mailer.send(to, letter))),
    ...(topic ? [through("the SNS topic", topic.publish(toTopicMessage(announced)))] : []),
    through("EventBridge", events.put(toAlertEvent(announced))),
  ];
  const [failed] = (await Promise.allSettled(sendings)).filter(
    ({ status }) => status !== "fulfilled",
  );
  if (failed?.status === "rejected") throw failed.reason;
  return recipients;
};
