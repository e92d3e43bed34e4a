import { randomBytes } from "node:crypto";
import * as z from "zod";
import type { Operations } from "../operation";
import { userNotFound } from "./cognito-errors";
import {
  attributes,
  clientMetadata,
  cognitoOperation,
  password,
  username,
  userPoolId,
} from "./cognito-operation";
import { addUser, setPassword } from "./new-user";
import type { CognitoParts } from "./parts";
import { checkPassword } from "./password-policy";
import type { PoolUser } from "./pool-state";
import { findUser } from "./pool-store";
import { endSessions } from "./sessions";
import { listAttributes } from "./user-attributes";

/** As administrators are shown a user. */
export const describeUser = (user: PoolUser) => ({
  Username: user.sub,
  UserCreateDate: user.createdAt / 1_000,
  UserLastModifiedDate: user.modifiedAt / 1_000,
  Enabled: true,
  UserStatus: user.status,
});

const named = z.object({ UserPoolId: userPoolId, Username: username });

const createUserSchema = named.extend({
  UserAttributes: attributes,
  TemporaryPassword: password.optional(),
  MessageAction: z.literal("SUPPRESS").optional(),
  ClientMetadata: clientMetadata,
});

const createUser = ({ store, now, sendCode }: CognitoParts) =>
  cognitoOperation(createUserSchema, async (input) => {
    const { UserPoolId, Username, TemporaryPassword, MessageAction, ClientMetadata } = input;
    const pool = store.pool(UserPoolId);
    const given = Object.fromEntries(input.UserAttributes.map(({ Name, Value }) => [Name, Value]));
    const { email: _, email_verified: verified, ...others } = given;
    if (TemporaryPassword !== undefined) {
      checkPassword(pool.settings.Policies.PasswordPolicy, TemporaryPassword);
    }
    const temporary = TemporaryPassword ?? `${randomBytes(12).toString("base64url")}aA1!`;
    const user = addUser(
      pool,
      {
        email: Username,
        emailVerified: verified === "true",
        status: "FORCE_CHANGE_PASSWORD",
        attributes: others,
        password: temporary,
      },
      now(),
    );
    await store.save();
    if (MessageAction !== "SUPPRESS") {
      await sendCode({
        pool,
        user,
        clientId: "CLIENT_ID_NOT_APPLICABLE",
        source: "AdminCreateUser",
        code: temporary,
        clientMetadata: ClientMetadata,
      });
    }
    return { User: { ...describeUser(user), Attributes: listAttributes(user) } };
  });

/** What is done to users with the pool owner's credentials. */
export const adminOperations = (parts: CognitoParts): Operations => {
  const { store, attempts, now } = parts;
  const find = (poolId: string, name: string) => {
    const pool = store.pool(poolId);
    const user = findUser(pool, name);
    if (!user) throw userNotFound();
    return { pool, user };
  };
  return {
    AdminGetUser: cognitoOperation(named, ({ UserPoolId, Username }) => {
      const { user } = find(UserPoolId, Username);
      return { ...describeUser(user), UserAttributes: listAttributes(user) };
    }),
    AdminCreateUser: createUser(parts),
    AdminSetUserPassword: cognitoOperation(
      named.extend({ Password: password, Permanent: z.boolean().default(false) }),
      async ({ UserPoolId, Username, Password, Permanent }) => {
        const { pool, user } = find(UserPoolId, Username);
        checkPassword(pool.settings.Policies.PasswordPolicy, Password);
        setPassword(pool, user, Password, now());
        user.status = Permanent ? "CONFIRMED" : "FORCE_CHANGE_PASSWORD";
        attempts.passwordRight(user.sub);
        await store.save();
        return {};
      },
    ),
    AdminDeleteUser: cognitoOperation(named, async ({ UserPoolId, Username }) => {
      const { pool, user } = find(UserPoolId, Username);
      endSessions(pool, user.sub);
      Reflect.deleteProperty(pool.users, user.sub);
      await store.save();
      return {};
    }),
    AdminUserGlobalSignOut: cognitoOperation(named, async ({ UserPoolId, Username }) => {
      const { pool, user } = find(UserPoolId, Username);
      endSessions(pool, user.sub);
      await store.save();
      return {};
    }),
  };
};
