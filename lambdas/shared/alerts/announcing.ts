import type { Announced } from "../../../core/alerts/announcement";
import type { OrganizationId } from "../../../core/ids";
import { spendAlertLetter } from "../../../core/mail/spend-alert";
import type { OrganizationSettings } from "../../../core/ports/access-store";
import type { AlertEvents, AlertTopic } from "../../../core/ports/alert-channels";
import type { Crossing } from "../../../core/ports/alert-store";
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

/** The dashboard's pages that a notice leads to. */
export const linksOf = (
  dashboardUrl: string,
  { from, to }: Pick<Crossing, "from" | "to">,
): Pick<Announced, "link" | "requestsLink"> => {
  const base = dashboardUrl.replace(/\/+$/, "");
  const period = new URLSearchParams({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  });
  return { link: `${base}/alerts`, requestsLink: `${base}/requests?${period.toString()}` };
};

/** One that is being deleted has no name any more. */
export const findAnnounced = async (
  organizations: OrganizationNames,
  id: OrganizationId,
): Promise<Announced["organization"]> => {
  const settings = await organizations.findOrganization(id);
  return { id, name: settings?.name ?? id, timeZone: settings?.timeZone ?? "UTC" };
};

export const toLetter = ({ kind, organization, crossing, requestsLink }: Announced): Letter =>
  spendAlertLetter({
    organization: organization.name,
    thresholdMicroUsd: crossing.thresholdMicroUsd,
    sum: crossing.sum,
    from: crossing.from,
    to: crossing.to,
    timeZone: organization.timeZone,
    customers: crossing.customers,
    link: requestsLink,
    ...(kind === "test" && { test: true }),
  });
