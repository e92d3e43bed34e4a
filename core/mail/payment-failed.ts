import type { PlanAnswer } from "../contract/plan";
import type { Letter } from "../ports/mailer";
import { dashboardLink } from "./dashboard-link";
import { toLetter } from "./layout";

export type PaymentFailed = {
  readonly dashboardUrl: string;
  readonly organization: string;
  readonly plan: PlanAnswer["plan"];
};

/** To owners, when a payment did not go through. */
export const paymentFailedLetter = ({ dashboardUrl, organization, plan }: PaymentFailed): Letter =>
  toLetter({
    subject: `Payment failed: SmashCost plan of ${organization}`,
    heading: "A payment did not go through",
    blocks: [
      {
        kind: "paragraph",
        text: `The payment for the plan ${plan} of ${organization} failed. It will be tried again; until then nothing changes.`,
      },
      { kind: "link", label: "Check the card", url: dashboardLink(dashboardUrl, "/plan") },
    ],
    footer: `You get this because you are an owner of ${organization}.`,
  });
