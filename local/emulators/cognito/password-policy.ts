import { EmulatorError } from "../emulator-error";
import type { PasswordPolicy } from "./pool-state";

const rules = [
  { setting: "RequireUppercase", pattern: /[A-Z]/, lacks: "must have uppercase characters" },
  { setting: "RequireLowercase", pattern: /[a-z]/, lacks: "must have lowercase characters" },
  { setting: "RequireNumbers", pattern: /[0-9]/, lacks: "must have numeric characters" },
  { setting: "RequireSymbols", pattern: /[^A-Za-z0-9]/, lacks: "must have symbol characters" },
] as const;

/** @throws InvalidPasswordException saying what the password lacks. */
export const checkPassword = (policy: PasswordPolicy, password: string): void => {
  const lacks =
    password.length < policy.MinimumLength
      ? "not long enough"
      : rules.find(({ setting, pattern }) => policy[setting] && !pattern.test(password))?.lacks;
  if (lacks === undefined) return;
  throw new EmulatorError(
    "InvalidPasswordException",
    `Password did not conform with policy: Password ${lacks}`,
  );
};
