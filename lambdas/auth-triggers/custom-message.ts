import type { CustomMessageTriggerEvent } from "aws-lambda";
import { secretField } from "../../core/contract/fields";
import { changeEmailLetter } from "../../core/mail/change-email";
import { confirmSignUpLetter } from "../../core/mail/confirm-sign-up";
import { resetPasswordLetter } from "../../core/mail/reset-password";
import type { Letter } from "../../core/ports/mailer";

/** The browser says what it likes: what is no token of ours goes into no e-mail. */
const inviteOf = (metadata: Readonly<Record<string, string>> | undefined) => {
  const { data } = secretField.safeParse(metadata?.invite);
  return data === undefined ? {} : { invite: data };
};

const letterFor = (
  { triggerSource, request }: CustomMessageTriggerEvent,
  dashboardUrl: string,
): Letter | undefined => {
  const { codeParameter: code, userAttributes, clientMetadata } = request;
  const { email } = userAttributes;
  if (email === undefined) return undefined;
  switch (triggerSource) {
    case "CustomMessage_SignUp":
    case "CustomMessage_ResendCode":
      return confirmSignUpLetter({ dashboardUrl, email, code, ...inviteOf(clientMetadata) });
    case "CustomMessage_ForgotPassword":
      return resetPasswordLetter({ dashboardUrl, email, code });
    case "CustomMessage_UpdateUserAttribute":
    case "CustomMessage_VerifyUserAttribute":
      return changeEmailLetter(code);
    default:
      // Users made by an administrator, and codes of a second factor: Cognito's own words will do.
      return undefined;
  }
};

/**
 * Writes the e-mail that carries a code of the sign-in service. `codeParameter` is a text, `{####}`,
 * whose place the code takes in the message, so it stays as it is. That this holds within an `href`
 * is inferred: the pages name no exception. A message template has at most 20,000 characters; that a
 * subject is kept to 140 is our own care. Sources (read 2026-11-24):
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerificationMessageTemplateType.html
 */
export const customMessage = <Event extends CustomMessageTriggerEvent>(
  event: Event,
  dashboardUrl: string,
): Event => {
  const letter = letterFor(event, dashboardUrl);
  if (!letter) return event;
  const { subject: emailSubject, html: emailMessage } = letter;
  return { ...event, response: { ...event.response, emailSubject, emailMessage } };
};
