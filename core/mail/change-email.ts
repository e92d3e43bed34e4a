import type { Letter } from "../ports/mailer";
import { toLetter } from "./layout";

/**
 * To the new address of somebody who changes theirs.
 *
 * @param code - digits, or Cognito's code parameter, which it replaces by them.
 */
export const changeEmailLetter = (code: string): Letter =>
  toLetter({
    subject: "Confirm your new e-mail address",
    heading: "Confirm your new e-mail address",
    blocks: [
      { kind: "paragraph", text: "Enter this code in the settings of your SmashCost account:" },
      { kind: "code", code },
      {
        kind: "paragraph",
        text: "The code is valid for 24 hours. Until it is entered your old address stays.",
      },
    ],
    footer:
      "You get this because somebody entered this address in a SmashCost account. If it was not you, do nothing, and give the code to nobody.",
  });
