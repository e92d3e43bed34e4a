import type { OrganizationId } from "../ids";
import { formatUsdTotal } from "../money/format-usd";
import type { TopicMessage } from "../ports/alert-channels";
import type { Crossing } from "../ports/alert-store";
import type { AlertEvent } from "./alert-event";

/** What a notice is made of. */
export type Announced = {
  readonly kind: "fired" | "ended" | "test";
  readonly organization: {
    readonly id: OrganizationId;
    readonly name: string;
    /** IANA name. */
    readonly timeZone: string;
  };
  /** In a test the id belongs to no crossing. */
  readonly crossing: Omit<Crossing, "recipients">;
  /** The page of the alert. */
  readonly link: string;
  /** The requests of the 60 minutes. */
  readonly requestsLink: string;
};

const types = {
  fired: "Spend alert fired",
  ended: "Spend alert ended",
  test: "Spend alert test",
} as const;

const iso = (at: number): string => new Date(at).toISOString();

/** The event for the bus. */
export const toAlertEvent = ({ kind, organization, crossing, link }: Announced): AlertEvent => {
  const { id, at, from, to, thresholdMicroUsd, sum, peak, customers, endedAt } = crossing;
  return {
    type: types[kind],
    detail: {
      version: 1,
      organization: organization.id,
      organizationName: organization.name,
      ...(kind !== "test" && { crossing: id }),
      thresholdMicroUsd,
      sum: String(sum),
      from: iso(from),
      to: iso(to),
      customers: customers.map(({ customer, cost }) => ({ customer, cost: String(cost) })),
      customersExact: crossing.customersExact,
      peak: String(peak),
      firedAt: iso(at),
      ...(endedAt !== undefined && { endedAt: iso(endedAt) }),
      dashboardUrl: link,
    },
  };
};

/**
 * SNS takes a subject of printable ASCII, below 100 characters.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html (read 2026-11-24)
 */
const toSubject = (text: string): string => text.replace(/[^\x20-\x7e]/g, "?").slice(0, 99);

/** The message for the topic; its text is for people, its attributes for filters. */
export const toTopicMessage = ({ kind, organization, crossing, link }: Announced): TopicMessage => {
  const { sum, thresholdMicroUsd, from, to } = crossing;
  const spent = formatUsdTotal(sum);
  const threshold = formatUsdTotal(BigInt(thresholdMicroUsd) * 1_000_000n);
  const test = kind === "test" ? "Test: " : "";
  return {
    subject: toSubject(`${test}SmashCost spend alert: ${spent} in 60 minutes`),
    text: [
      ...(kind === "test" ? ["This is a test; no threshold was passed.", ""] : []),
      `${organization.name} spent ${spent} in 60 minutes; the alert is set to ${threshold}.`,
      `From ${iso(from)} to ${iso(to)}.`,
      ...crossing.customers.map(
        ({ customer, cost }) => `- ${customer ?? "Untagged"}: ${formatUsdTotal(cost)}`,
      ),
      "",
      link,
    ].join("\n"),
    attributes: {
      kind,
      organization: organization.id,
      thresholdMicroUsd: String(thresholdMicroUsd),
      sumPicoUsd: String(sum),
    },
  };
};
