import type { Letter } from "../ports/mailer";
import { codeLink } from "./dashboard-link";
import { toLetter } from "./layout";

export type ConfirmSignUp = {
  readonly dashboardUrl: string;
  readonly email: string;
  /** Digits, or Cognito's code parameter, which it replaces by them. */
  readonly code: string;
  /** The token of the invite that the sign-up came from. */
  readonly invite?: string;
};

/** To whoever signs up. It quotes nothing that they wrote: anybody may enter anybody's address. */
export const confirmSignUpLetter = ({
  dashboardUrl,
  email,
  code,
  invite,
}: ConfirmSignUp): Letter => {
  const link = codeLink(dashboardUrl, "/confirm", email, code);
  return toLetter({
    subject: "Confirm your SmashCost account",
    heading: "Confirm your e-mail address",
    blocks: [
      { kind: "paragraph", text: "One more step, and your SmashCost account is ready." },
      {
        kind: "link",
        label: "Confirm my account",
        url: invite === undefined ? link : `${link}&invite=${encodeURIComponent(invite)}`,
      },
      { kind: "paragraph", text: "Or enter this code where you signed up:" },
      { kind: "code", code },
      { kind: "paragraph", text: "Link and code are valid for 24 hours." },
    ],
    footer:
      "You get this because somebody signed up to SmashCost with this address. If it was not you, do nothing: without the code there is no account.",
  });
};
