import { formatUsd, formatUsdTotal } from "../money/format-usd";
import type { Letter } from "../ports/mailer";
import { dayAndTime } from "./day-and-time";
import { toLetter } from "./layout";

export type SpendAlertMail = {
  /** Its name. */
  readonly organization: string;
  readonly thresholdMicroUsd: number;
  /** Of the window, pUSD. */
  readonly sum: bigint;
  /** The window of 60 minutes: from <= t < to, milliseconds since 1970 UTC. */
  readonly from: number;
  readonly to: number;
  /** The organization's, an IANA name. */
  readonly timeZone: string;
  /** The largest first, pUSD each; null: untagged. */
  readonly customers: readonly { readonly customer: string | null; readonly cost: bigint }[];
  /** Opens the requests of the window. */
  readonly link: string;
  /** Sent by hand, to see that it arrives. @default false */
  readonly test?: boolean;
};

const picoPerMicro = 1_000_000n;

const opening = ({ test, organization }: SpendAlertMail, threshold: string): string =>
  test
    ? `This is a test of the spend alert of ${organization}. It says what an alert would say now; nothing was crossed.`
    : `The AI spend of ${organization} passed ${threshold} within 60 minutes.`;

/** To those who are to know when spend passes the threshold. */
export const spendAlertLetter = (alert: SpendAlertMail): Letter => {
  const { link, organization, sum, from, to, timeZone, customers, test } = alert;
  const threshold = formatUsdTotal(BigInt(alert.thresholdMicroUsd) * picoPerMicro);
  const spent = formatUsdTotal(sum);
  const top = customers.map(
    ({ customer, cost }) => [customer ?? "Untagged", formatUsd(cost)] as const,
  );
  return toLetter({
    subject: test
      ? `Test: spend alert of ${organization}`
      : `Spend alert: ${spent} in 60 minutes (${organization})`,
    heading: test ? "Your spend alert works" : `${spent} spent in 60 minutes`,
    blocks: [
      { kind: "paragraph", text: opening(alert, threshold) },
      {
        kind: "facts",
        facts: [
          ["Threshold", threshold],
          ["Spent", spent],
          ["From", dayAndTime(from, timeZone)],
          ["To", dayAndTime(to, timeZone)],
        ],
      },
      ...(top.length > 0
        ? [
            { kind: "paragraph", text: "Who spent most of it:" } as const,
            { kind: "facts", facts: top } as const,
          ]
        : []),
      {
        kind: "link",
        label: "See the requests of this hour",
        url: link,
      },
      {
        kind: "paragraph",
        text: `One e-mail per crossing: the next one comes after spend has fallen below ${threshold} and passed it again.`,
      },
    ],
    footer: `You get this because you are a recipient of the spend alert of ${organization}. Owners and admins change it under Spend alerts; a threshold of 0 disables it.`,
  });
};
