import type { Announced } from "../../../core/alerts/announcement";
import type { OrganizationId } from "../../../core/ids";
import { spendAlertLetter } from "../../../core/mail/spend-alert";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import type { AlertEvents, AlertTopic } from "../../../core/ports/alert-channels";
import type { Letter, Mailer } from "../../../core/ports/mailer";

/** By what an alert reaches people and programs. */
export type AlertChannels = {
  readonly mailer: Mailer;
  /** Absent where the stage has none. */
  readonly topic?: AlertTopic | undefined;
  readonly events: AlertEvents;
};

/** How an organization is called, and what its clock shows. */
export interface OrganizationNames {
  findOrganization(
    organization: OrganizationId,
  ): Promise<Pick<OrganizationSettings, "name" | "timeZone"> | undefined>;
}

/** The page of the alert. */
export const alertPage = (dashboardUrl: string): string =>
  `${dashboardUrl.replace(/\/$/, "")}/alerts`;

/** One that is being deleted has no name any more. */
export const findAnnounced = async (
  organizations: OrganizationNames,
  id: OrganizationId,
): Promise<Announced["organization"]> => {
  const settings = await organizations.findOrganization(id);
  return { id, name: settings?.name ?? id, timeZone: settings?.timeZone ?? "UTC" };
};

export const toLetter = ({ kind, organization, crossing, link }: Announced): Letter =>
  spendAlertLetter({
    organization: organization.name,
    thresholdMicroUsd: crossing.thresholdMicroUsd,
    sum: crossing.sum,
    from: crossing.from,
    to: crossing.to,
    timeZone: organization.timeZone,
    customers: crossing.customers,
    link,
    ...(kind === "test" && { test: true }),
  });
