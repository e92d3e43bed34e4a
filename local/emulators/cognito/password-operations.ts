import { timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { Operations } from "../operation";
import { issueCode, takeCode } from "./codes";
import { attemptLimitExceeded, codeMismatch, wrongPassword } from "./cognito-errors";
import {
  accessToken,
  clientId,
  clientMetadata,
  code,
  cognitoOperation,
  password,
  username,
} from "./cognito-operation";
import { setPassword } from "./new-user";
import type { CognitoParts } from "./parts";
import { checkPassword } from "./password-policy";
import type { Pool, PoolUser } from "./pool-state";
import { findSignedIn } from "./sessions";
import { passwordVerifier } from "./srp";
import { codeDeliveryDetails } from "./user-attributes";

const forgotSchema = z.object({
  ClientId: clientId,
  Username: username,
  ClientMetadata: clientMetadata,
});

const forgotPassword = ({ store, attempts, now, sendCode }: CognitoParts) =>
  cognitoOperation(forgotSchema, async ({ ClientId, Username, ClientMetadata }) => {
    const { pool, user, sub } = store.account(ClientId, Username);
    attempts.countCode(sub, "forgot-password");
    const answer = { CodeDeliveryDetails: codeDeliveryDetails(user?.email ?? Username) };
    // Somebody whose address is not verified is answered as nobody is.
    if (user?.status !== "CONFIRMED" || !user.emailVerified) return answer;
    const issued = issueCode(pool, user, "forgot-password", now());
    await store.save();
    await sendCode({
      pool,
      user,
      clientId: ClientId,
      source: "ForgotPassword",
      code: issued,
      clientMetadata: ClientMetadata,
    });
    return answer;
  });

const confirmForgotSchema = z.object({
  ClientId: clientId,
  Username: username,
  ConfirmationCode: code,
  Password: password,
  ClientMetadata: clientMetadata,
});

const confirmForgotPassword = ({ store, attempts, now, runTrigger }: CognitoParts) =>
  cognitoOperation(confirmForgotSchema, async (input) => {
    const { ClientId, Username, ConfirmationCode, Password, ClientMetadata } = input;
    const { pool, user, sub } = store.account(ClientId, Username);
    // First, so that a code is not used up by a password that won't do.
    checkPassword(pool.settings.Policies.PasswordPolicy, Password);
    attempts.countCode(sub, "forgot-password");
    if (user?.status !== "CONFIRMED") throw codeMismatch();
    takeCode(pool, user, "forgot-password", ConfirmationCode, now());
    setPassword(pool, user, Password, now());
    attempts.passwordRight(sub);
    await store.save();
    await runTrigger("PostConfirmation", {
      pool,
      user,
      clientId: ClientId,
      source: "ConfirmForgotPassword",
      clientMetadata: ClientMetadata,
    });
    return {};
  });

const isPassword = (pool: Pool, user: PoolUser, given: string): boolean => {
  const [one, other] = [
    user.verifier,
    passwordVerifier(pool.id, user.sub, given, user.salt).verifier,
  ].map((hex) => Buffer.from(hex.padStart(768, "0"), "hex"));
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
};

const changePassword = ({ store, attempts, now }: CognitoParts) =>
  cognitoOperation(
    z.object({ AccessToken: accessToken, PreviousPassword: password, ProposedPassword: password }),
    async ({ AccessToken, PreviousPassword, ProposedPassword }) => {
      const { pool, user } = findSignedIn(store.pools(), AccessToken, now());
      if (attempts.lockedForMs(user.sub) > 0) throw attemptLimitExceeded();
      checkPassword(pool.settings.Policies.PasswordPolicy, ProposedPassword);
      if (!isPassword(pool, user, PreviousPassword)) {
        attempts.passwordFailed(user.sub);
        throw wrongPassword();
      }
      attempts.passwordRight(user.sub);
      setPassword(pool, user, ProposedPassword, now());
      await store.save();
      return {};
    },
  );

/** How a password is replaced, known or forgotten. */
export const passwordOperations = (parts: CognitoParts): Operations => ({
  ForgotPassword: forgotPassword(parts),
  ConfirmForgotPassword: confirmForgotPassword(parts),
  ChangePassword: changePassword(parts),
});
