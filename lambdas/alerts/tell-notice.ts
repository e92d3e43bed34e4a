import { type Announced, toAlertEvent, toTopicMessage } from "../../core/alerts/announcement";
import type { OrganizationId } from "../../core/ids";
import type { Channel, ClaimedNotice, Notice } from "../../core/ports/alert-store";
import { findAnnounced, linksOf, toLetter } from "../shared/alerts/announcing";
import type { AlertsParts } from "./alerts-parts";

/** Longer than the function may run: whoever claimed it before is gone. */
const claimMs = 120_000;
/** Some 20 minutes: what is refused so often is refused for good. */
const mostTries = 10;

type Task = { readonly to: string; readonly run: () => Promise<void> };

/** Each is noted as soon as it is done, so that whoever goes on after a crash does it no more. */
const tasksOf = (
  parts: AlertsParts,
  notice: Notice,
  { crossing, mailed, published }: ClaimedNotice,
  announced: Announced,
): readonly Task[] => {
  const { store, mailer, topic, events } = parts;
  const { id: organization } = announced.organization;
  const isFired = notice.kind === "fired";
  const mails = crossing.recipients
    .filter((recipient) => isFired && !mailed.includes(recipient))
    .map((recipient) => ({
      to: "a recipient",
      run: async () => {
        await mailer.send(recipient, toLetter(announced));
        await store.noteMailed(organization, crossing.id, recipient);
      },
    }));
  const publish = (channel: Channel, run: () => Promise<void>): readonly Task[] => {
    if (published.includes(channel)) return [];
    const runAndNote = async () => {
      await run();
      await store.notePublished(organization, notice, channel);
    };
    return [{ to: channel, run: runAndNote }];
  };
  return [
    ...mails,
    ...(topic && isFired ? publish("topic", () => topic.publish(toTopicMessage(announced))) : []),
    ...publish("event", () => events.put(toAlertEvent(announced))),
  ];
};

/**
 * Tells a notice to everybody who has not been told yet, if no other process has it in hand. What
 * fails is tried again by a later check, and keeps nobody else from being told.
 */
export const tellNotice = async (
  parts: AlertsParts,
  organization: OrganizationId,
  notice: Notice,
): Promise<void> => {
  const { store, organizations, log, now, dashboardUrl } = parts;
  const claimed = await store.claim(organization, notice, now(), now() + claimMs);
  if (!claimed) return;
  const announced: Announced = {
    kind: notice.kind,
    organization: await findAnnounced(organizations, organization),
    crossing: claimed.crossing,
    ...linksOf(dashboardUrl, claimed.crossing),
  };
  let failures = 0;
  for (const { to, run } of tasksOf(parts, notice, claimed, announced)) {
    try {
      await run();
    } catch (error) {
      failures += 1;
      const { name, message: reason } = error as Partial<Error>;
      log.error("a spend alert did not get through", { organization, ...notice, to, name, reason });
    }
  }
  if (failures > 0 && claimed.tries < mostTries) return;
  if (failures > 0) log.error("a spend alert is given up", { organization, ...notice, failures });
  await store.settle(organization, notice);
};
