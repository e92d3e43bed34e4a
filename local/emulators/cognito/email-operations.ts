import * as z from "zod";
import type { Operations } from "../operation";
import { issueCode, takeCode } from "./codes";
import { codeExpired, emailExists } from "./cognito-errors";
import {
  accessToken,
  attributes,
  clientMetadata,
  code,
  cognitoOperation,
} from "./cognito-operation";
import type { CognitoParts } from "./parts";
import type { Pool, PoolUser } from "./pool-state";
import { findUser } from "./pool-store";
import type { CodeMail } from "./send-code";
import { findSignedIn } from "./sessions";
import { checkEmail, codeDeliveryDetails, readWritable } from "./user-attributes";

/** @throws AliasExistsException where the address is somebody else's. */
const requireFree = (pool: Pool, user: PoolUser, email: string): void => {
  const owner = findUser(pool, email);
  if (owner && owner !== user) throw emailExists();
};

/** Keeps the old address until the new one is verified, where the pool says so. */
const putEmail = (pool: Pool, user: PoolUser, email: string): void => {
  const waits =
    pool.settings.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? [];
  if (waits.includes("email")) user.pendingEmail = email;
  else Object.assign(user, { email, emailVerified: false });
};

const sendAttributeCode = async (
  { store, attempts, now, sendCode }: CognitoParts,
  mail: Omit<CodeMail, "code">,
) => {
  const { pool, user } = mail;
  attempts.countCode(user.sub, "attribute");
  const issued = issueCode(pool, user, "attribute", now());
  await store.save();
  const to = user.pendingEmail ?? user.email;
  await sendCode({ ...mail, code: issued, to });
  return codeDeliveryDetails(to);
};

const updateUserAttributes = (parts: CognitoParts) =>
  cognitoOperation(
    z.object({
      AccessToken: accessToken,
      UserAttributes: attributes,
      ClientMetadata: clientMetadata,
    }),
    async ({ AccessToken, UserAttributes, ClientMetadata }) => {
      const { store, now } = parts;
      const { pool, user, clientId } = findSignedIn(store.pools(), AccessToken, now());
      const { email, others } = readWritable(UserAttributes);
      const isNew = email !== undefined && email !== user.email;
      if (isNew) {
        checkEmail(email, "Attribute email");
        requireFree(pool, user, email);
        putEmail(pool, user, email);
      }
      Object.assign(user.attributes, others);
      user.modifiedAt = now();
      if (!isNew || !pool.settings.AutoVerifiedAttributes.includes("email")) {
        await store.save();
        return { CodeDeliveryDetailsList: [] };
      }
      const source = "UpdateUserAttribute";
      const mail = { pool, user, clientId, source, clientMetadata: ClientMetadata } as const;
      return { CodeDeliveryDetailsList: [await sendAttributeCode(parts, mail)] };
    },
  );

const onlyEmail = z.literal("email", "the local emulator verifies email alone");

const getVerificationCode = (parts: CognitoParts) =>
  cognitoOperation(
    z.object({
      AccessToken: accessToken,
      AttributeName: onlyEmail,
      ClientMetadata: clientMetadata,
    }),
    async ({ AccessToken, ClientMetadata }) => {
      const { pool, user, clientId } = findSignedIn(parts.store.pools(), AccessToken, parts.now());
      const source = "VerifyUserAttribute";
      const mail = { pool, user, clientId, source, clientMetadata: ClientMetadata } as const;
      return { CodeDeliveryDetails: await sendAttributeCode(parts, mail) };
    },
  );

const verifyUserAttribute = ({ store, attempts, now }: CognitoParts) =>
  cognitoOperation(
    z.object({ AccessToken: accessToken, AttributeName: onlyEmail, Code: code }),
    async ({ AccessToken, Code }) => {
      const { pool, user } = findSignedIn(store.pools(), AccessToken, now());
      attempts.countCode(user.sub, "attribute");
      if (user.pendingEmail === undefined && user.emailVerified) throw codeExpired();
      const email = user.pendingEmail ?? user.email;
      // Somebody else may have taken it while it waited.
      requireFree(pool, user, email);
      takeCode(pool, user, "attribute", Code, now());
      Object.assign(user, { email, emailVerified: true, modifiedAt: now() });
      Reflect.deleteProperty(user, "pendingEmail");
      await store.save();
      return {};
    },
  );

/** How a user's e-mail address is changed and verified. */
export const emailOperations = (parts: CognitoParts): Operations => ({
  UpdateUserAttributes: updateUserAttributes(parts),
  GetUserAttributeVerificationCode: getVerificationCode(parts),
  VerifyUserAttribute: verifyUserAttribute(parts),
});
