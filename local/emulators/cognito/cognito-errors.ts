import { EmulatorError } from "../emulator-error";

const named = (type: string, message: string) => (): EmulatorError =>
  new EmulatorError(type, message);

/** The errors of Cognito that clients tell apart, in its own words. */
export const wrongPassword = named("NotAuthorizedException", "Incorrect username or password.");
export const passwordAttemptsExceeded = named(
  "NotAuthorizedException",
  "Password attempts exceeded",
);
export const attemptLimitExceeded = named(
  "LimitExceededException",
  "Attempt limit exceeded, please try after some time.",
);
export const codeMismatch = named(
  "CodeMismatchException",
  "Invalid verification code provided, please try again.",
);
export const codeExpired = named(
  "ExpiredCodeException",
  "Invalid code provided, please request a code again.",
);
export const userNotFound = named("UserNotFoundException", "User does not exist.");
export const userNotConfirmed = named("UserNotConfirmedException", "User is not confirmed.");
export const emailExists = named(
  "AliasExistsException",
  "An account with the given email already exists.",
);

export const notAuthorized = (message: string): EmulatorError =>
  new EmulatorError("NotAuthorizedException", message);
export const invalidParameter = (message: string): EmulatorError =>
  new EmulatorError("InvalidParameterException", message);
export const resourceNotFound = (message: string): EmulatorError =>
  new EmulatorError("ResourceNotFoundException", message);
