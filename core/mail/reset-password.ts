import type { Letter } from "../ports/mailer";
import { codeLink } from "./dashboard-link";
import { toLetter } from "./layout";

export type ResetPassword = {
  readonly dashboardUrl: string;
  readonly email: string;
  /** Digits, or Cognito's code parameter, which it replaces by them. */
  readonly code: string;
};

/** To whoever forgot their password. */
export const resetPasswordLetter = ({ dashboardUrl, email, code }: ResetPassword): Letter =>
  toLetter({
    subject: "Reset your SmashCost password",
    heading: "Choose a new password",
    blocks: [
      {
        kind: "paragraph",
        text: "Open this link to enter and confirm your new password. It is valid for 1 hour and works once.",
      },
      {
        kind: "link",
        label: "Reset my password",
        url: codeLink(dashboardUrl, "/reset", email, code),
      },
      { kind: "paragraph", text: "A new password signs you out everywhere else." },
    ],
    footer:
      "You get this because somebody asked to reset the password of this address. If it was not you, do nothing: your password stays as it is.",
  });
