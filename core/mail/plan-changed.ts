import type { PlanAnswer } from "../contract/plan";
import type { Letter } from "../ports/mailer";
import { dashboardLink } from "./dashboard-link";
import { dayAndTime } from "./day-and-time";
import { toLetter } from "./layout";

export type PlanChanged = {
  readonly dashboardUrl: string;
  readonly organization: string;
  readonly from: PlanAnswer["plan"];
  readonly to: PlanAnswer["plan"];
  /** From when the new plan holds: milliseconds since 1970 UTC. */
  readonly at: number;
  /** The organization's, an IANA name. */
  readonly timeZone: string;
};

/** To owners, when the plan changes or is about to. */
export const planChangedLetter = (change: PlanChanged): Letter => {
  const { dashboardUrl, organization, from, to, at, timeZone } = change;
  return toLetter({
    subject: `Your SmashCost plan: ${to}`,
    heading: `The plan of ${organization} changes to ${to}`,
    blocks: [
      {
        kind: "facts",
        facts: [
          ["Organization", organization],
          ["Before", from],
          ["Now", to],
          ["From", dayAndTime(at, timeZone)],
        ],
      },
      { kind: "link", label: "See the plan", url: dashboardLink(dashboardUrl, "/plan") },
      { kind: "paragraph", text: "Upgrade anytime. Cancel anytime." },
    ],
    footer: `You get this because you are an owner of ${organization}.`,
  });
};
