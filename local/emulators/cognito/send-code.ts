import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import type { Pool, PoolUser } from "./pool-state";
import type { RunTrigger } from "./triggers";

export type SendMail = (mail: {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
}) => Promise<void>;

export type CodeMail = {
  readonly pool: Pool;
  readonly user: PoolUser;
  readonly clientId: string;
  /** Why it is sent, as triggers are told. */
  readonly source:
    | "SignUp"
    | "ResendCode"
    | "ForgotPassword"
    | "UpdateUserAttribute"
    | "VerifyUserAttribute"
    | "AdminCreateUser";
  readonly code: string;
  /** @default the user's own address */
  readonly to?: string;
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined;
};

/** What stands for the code and the name until the mail goes out. */
const codeParameter = "{####}";
const usernameParameter = "{username}";

const answerSchema = z.object({
  response: z.object({
    emailMessage: z.string().nullish(),
    emailSubject: z.string().nullish(),
  }),
});

const defaults: Readonly<Record<CodeMail["source"], { subject: string; html: string }>> = (() => {
  const verify = {
    subject: "Your verification code",
    html: `Your verification code is ${codeParameter}`,
  };
  return {
    SignUp: verify,
    ResendCode: verify,
    UpdateUserAttribute: verify,
    VerifyUserAttribute: verify,
    ForgotPassword: {
      subject: "Your password reset code",
      html: `Your password reset code is ${codeParameter}`,
    },
    AdminCreateUser: {
      subject: "Your temporary password",
      html: `Your username is ${usernameParameter} and temporary password is ${codeParameter}`,
    },
  };
})();

/** Source: the custom message trigger's page (see triggers). */
const mostCharacters = { html: 20_000, subject: 140 };

const customMessage = async (mail: CodeMail, runTrigger: RunTrigger) => {
  const { source, code: _code, to: _to, ...call } = mail;
  const answered = await runTrigger("CustomMessage", {
    ...call,
    source,
    request: {
      codeParameter,
      linkParameter: "{##Click Here##}",
      usernameParameter: source === "AdminCreateUser" ? usernameParameter : null,
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  });
  if (answered === undefined) return defaults[source];
  const parsed = answerSchema.safeParse(answered);
  if (!parsed.success) {
    throw new EmulatorError("InvalidLambdaResponseException", "Unrecognizable lambda output");
  }
  const { emailMessage, emailSubject } = parsed.data.response;
  const { html, subject } = defaults[source];
  // A message without the code is of no use; then the pool's own is sent.
  const isUsable = emailMessage?.includes(codeParameter) === true;
  return { subject: emailSubject ?? subject, html: isUsable ? emailMessage : html };
};

/**
 * Sends a code, in the words of the pool's trigger or in the default ones.
 *
 * @throws UserLambdaValidationException, InvalidLambdaResponseException, CodeDeliveryFailureException
 */
export const sendCode = async (
  mail: CodeMail,
  runTrigger: RunTrigger,
  sendMail: SendMail,
): Promise<void> => {
  const { subject, html } = await customMessage(mail, runTrigger);
  if (html.length > mostCharacters.html || subject.length > mostCharacters.subject) {
    throw new EmulatorError("InvalidLambdaResponseException", "the custom message is too long");
  }
  const filled = html
    .replaceAll(codeParameter, mail.code)
    .replaceAll(usernameParameter, mail.user.email);
  try {
    await sendMail({ to: mail.to ?? mail.user.email, subject, html: filled });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmulatorError("CodeDeliveryFailureException", `the e-mail was not sent: ${reason}`);
  }
};
