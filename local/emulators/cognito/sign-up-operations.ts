import * as z from "zod";
import type { Operations } from "../operation";
import { issueCode, takeCode } from "./codes";
import { codeMismatch, invalidParameter, notAuthorized } from "./cognito-errors";
import {
  attributes,
  clientId,
  clientMetadata,
  code,
  cognitoOperation,
  password,
  username,
} from "./cognito-operation";
import { addUser } from "./new-user";
import type { CognitoParts } from "./parts";
import { checkPassword } from "./password-policy";
import { codeDeliveryDetails, readWritable } from "./user-attributes";

const signUpSchema = z.object({
  ClientId: clientId,
  Username: username,
  Password: password,
  UserAttributes: attributes,
  ClientMetadata: clientMetadata,
});

const signUp = ({ store, attempts, now, sendCode }: CognitoParts) =>
  cognitoOperation(signUpSchema, async (input) => {
    const { ClientId, Username, Password, UserAttributes, ClientMetadata } = input;
    const { pool } = store.client(ClientId);
    checkPassword(pool.settings.Policies.PasswordPolicy, Password);
    const { email, others } = readWritable(UserAttributes);
    if (email !== undefined && email.toLowerCase() !== Username.toLowerCase()) {
      throw invalidParameter("the attribute email differs from the username, which is the email");
    }
    const user = addUser(
      pool,
      {
        email: Username,
        emailVerified: false,
        status: "UNCONFIRMED",
        attributes: others,
        password: Password,
      },
      now(),
    );
    attempts.countCode(user.sub, "sign-up");
    const issued = issueCode(pool, user, "sign-up", now());
    // The user is there even if the mail can't be sent, and may ask for another.
    await store.save();
    await sendCode({
      pool,
      user,
      clientId: ClientId,
      source: "SignUp",
      code: issued,
      clientMetadata: ClientMetadata,
    });
    const CodeDeliveryDetails = codeDeliveryDetails(user.email);
    return { UserConfirmed: false, UserSub: user.sub, CodeDeliveryDetails };
  });

const confirmSignUpSchema = z.object({
  ClientId: clientId,
  Username: username,
  ConfirmationCode: code,
  ClientMetadata: clientMetadata,
});

const confirmSignUp = ({ store, attempts, now, runTrigger }: CognitoParts) =>
  cognitoOperation(confirmSignUpSchema, async (input) => {
    const { ClientId, Username, ConfirmationCode, ClientMetadata } = input;
    const { pool, user, sub } = store.account(ClientId, Username);
    attempts.countCode(sub, "sign-up");
    if (!user) throw codeMismatch();
    if (user.status !== "UNCONFIRMED") {
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
    }
    takeCode(pool, user, "sign-up", ConfirmationCode, now());
    Object.assign(user, { status: "CONFIRMED", emailVerified: true, modifiedAt: now() });
    await store.save();
    // What the function throws is told, but the user stays confirmed.
    await runTrigger("PostConfirmation", {
      pool,
      user,
      clientId: ClientId,
      source: "ConfirmSignUp",
      clientMetadata: ClientMetadata,
    });
    return {};
  });

const resendSchema = z.object({
  ClientId: clientId,
  Username: username,
  ClientMetadata: clientMetadata,
});

const resend = ({ store, attempts, now, sendCode }: CognitoParts) =>
  cognitoOperation(resendSchema, async ({ ClientId, Username, ClientMetadata }) => {
    const { pool, user, sub } = store.account(ClientId, Username);
    attempts.countCode(sub, "sign-up");
    const answer = { CodeDeliveryDetails: codeDeliveryDetails(user?.email ?? Username) };
    if (!user) return answer;
    if (user.status !== "UNCONFIRMED") throw invalidParameter("User is already confirmed.");
    const issued = issueCode(pool, user, "sign-up", now());
    await store.save();
    await sendCode({
      pool,
      user,
      clientId: ClientId,
      source: "ResendCode",
      code: issued,
      clientMetadata: ClientMetadata,
    });
    return answer;
  });

/** How somebody becomes a user. */
export const signUpOperations = (parts: CognitoParts): Operations => ({
  SignUp: signUp(parts),
  ConfirmSignUp: confirmSignUp(parts),
  ResendConfirmationCode: resend(parts),
});
