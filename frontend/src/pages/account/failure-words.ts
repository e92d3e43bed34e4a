import { ApiError } from "../../api/api-error";
import { SignInRefusal } from "../../state/sign-in-refusal";

const words: Readonly<Record<string, string>> = {
  UserNotConfirmedException:
    "This address is not confirmed yet. Open the link in the e-mail that we sent.",
  LimitExceededException: "Too many tries. Wait a while, then try again.",
  TooManyRequestsException: "Too many tries. Wait a while, then try again.",
  TooManyFailedAttemptsException: "Too many tries. Wait a while, then try again.",
  AliasExistsException: "Another account has this address.",
  CodeMismatchException: "This is not the code of our newest e-mail.",
  ExpiredCodeException: "This code has expired. Ask for a new one.",
  CodeDeliveryFailureException: "The e-mail could not be sent. Check the address.",
  InvalidPasswordException: "This password does not suffice: take 8 characters or more.",
  UserLambdaValidationException: "This went wrong on our side. Try again.",
};

/** The code of what the sign-in service refused; undefined: it did not answer, or not at all. */
export const refusalCode = (failure: unknown): string | undefined =>
  failure instanceof SignInRefusal ? failure.code : undefined;

/**
 * Why the sign-in service did not do something, in our words.
 *
 * @param doing - "sign in", as in "Couldn't sign in".
 * @param notAuthorized - what its one code for many reasons means here.
 */
export const failureWords = (
  failure: unknown,
  doing: string,
  notAuthorized = "Wrong e-mail or password.",
): string => {
  if (failure instanceof ApiError && failure.status !== 0) return failure.message;
  const code = refusalCode(failure);
  if (code === undefined)
    return `Couldn't ${doing}: the sign-in service did not answer. Try again.`;
  if (code === "NotAuthorizedException") {
    const isLocked = /attempts exceeded/i.test((failure as Error).message);
    return isLocked ? "Too many tries. Wait a while, then try again." : notAuthorized;
  }
  return words[code] ?? `Couldn't ${doing}. Try again.`;
};
