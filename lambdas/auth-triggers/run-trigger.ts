import type { CustomMessageTriggerEvent, PostConfirmationTriggerEvent } from "aws-lambda";
import { userIdField } from "../../core/contract/fields";
import type { Directory } from "../../core/ports/directory";
import type { Log } from "../../core/ports/log";
import { endSessions } from "../shared/end-sessions";
import { type ConfirmedSignUpParts, confirmedSignUp } from "./confirmed-sign-up";
import { customMessage } from "./custom-message";

export type TriggerEvent = CustomMessageTriggerEvent | PostConfirmationTriggerEvent;

export type TriggerParts = ConfirmedSignUpParts & {
  readonly directory: Pick<Directory, "endSessions">;
  readonly sleep: (delayMs: number) => Promise<unknown>;
  /** Without a path. */
  readonly dashboardUrl: string;
  readonly log: Log;
};

const run = async (event: TriggerEvent, parts: TriggerParts): Promise<TriggerEvent> => {
  switch (event.triggerSource) {
    case "PostConfirmation_ConfirmSignUp":
      await confirmedSignUp(event.request, parts);
      return event;
    case "PostConfirmation_ConfirmForgotPassword":
      // Whoever knew the old password is not to stay in.
      await endSessions(userIdField.parse(event.request.userAttributes.sub), parts);
      return event;
    case "CustomMessage_SignUp":
    case "CustomMessage_ResendCode":
    case "CustomMessage_ForgotPassword":
    case "CustomMessage_UpdateUserAttribute":
    case "CustomMessage_VerifyUserAttribute":
      return customMessage(event, parts.dashboardUrl);
    default:
      return event;
  }
};

/**
 * Answers a trigger of the user pool: the event as it came, with an e-mail where one is due.
 *
 * @throws Error whose message Cognito shows to the user, so it tells nothing of the inside.
 */
export const runTrigger = async (
  event: TriggerEvent,
  parts: TriggerParts,
): Promise<TriggerEvent> => {
  try {
    return await run(event, parts);
  } catch (error) {
    const { name, message: reason } = error as Partial<Error>;
    const { triggerSource: trigger } = event;
    parts.log.error("a trigger of the user pool failed", { trigger, error: name, reason });
    throw new Error("this went wrong on our side; try again");
  }
};
