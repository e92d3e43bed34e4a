import { ApiError } from "../../../../frontend/src/api/api-error";
import { failureWords } from "../../../../frontend/src/pages/account/failure-words";
import {
  isSessionOver,
  SignInRefusal,
  toRefusal,
} from "../../../../frontend/src/state/sign-in-refusal";

const refusal = (code: string, message = "") => new SignInRefusal(code, message);

test.each([
  [
    "a wrong password",
    refusal("NotAuthorizedException", "Incorrect username or password."),
    "Wrong e-mail or password.",
  ],
  [
    "a locked account",
    refusal("NotAuthorizedException", "Password attempts exceeded"),
    "Too many tries. Wait a while, then try again.",
  ],
  [
    "no answer",
    new TypeError("Failed to fetch"),
    "Couldn't sign in: the sign-in service did not answer. Try again.",
  ],
  [
    "no answer of ours",
    new ApiError(0, "no_answer", "no answer"),
    "Couldn't sign in: the sign-in service did not answer. Try again.",
  ],
  [
    "a refusal of ours",
    new ApiError(409, "last_owner", "you are the last owner"),
    "you are the last owner",
  ],
  ["a code nobody knows", refusal("NewException"), "Couldn't sign in. Try again."],
])("%s", (_, failure, words) => {
  expect(failureWords(failure, "sign in")).toBe(words);
});

test("the library's error is a refusal where the service said no, and none where there is no network", () => {
  const named = Object.assign(new Error("Refresh Token has expired"), {
    code: "NotAuthorizedException",
  });
  expect(isSessionOver(toRefusal(named))).toBe(true);
  const network = Object.assign(new Error("Network error"), { code: "NetworkError" });
  expect(isSessionOver(toRefusal(network))).toBe(false);
  expect(isSessionOver(toRefusal({}))).toBe(false);
});
