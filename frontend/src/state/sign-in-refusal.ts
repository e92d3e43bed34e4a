/** The sign-in service said no, and why, in its own code. */
export class SignInRefusal extends Error {
  override readonly name = "SignInRefusal";

  constructor(
    /** `NotAuthorizedException`, … */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Only these say that a session is over: no answer, too many calls or trouble say nothing of it. */
const final = [
  "NotAuthorizedException",
  "UserNotFoundException",
  "UserNotConfirmedException",
  "PasswordResetRequiredException",
  "ResourceNotFoundException",
  "InvalidParameterException",
];

/** Whether a refresh token will never again be good. */
export const isSessionOver = (failure: unknown): boolean =>
  failure instanceof SignInRefusal && final.includes(failure.code);

/** What the browser library rejects with, as a refusal where it names a code. */
export const toRefusal = (failure: unknown): Error => {
  const { code, message } = failure as { code?: unknown; message?: unknown };
  // The library names the lack of a network as if the service had.
  if (typeof code === "string" && code !== "NetworkError")
    return new SignInRefusal(code, typeof message === "string" ? message : "refused");
  return new Error("the sign-in service did not answer");
};
