import {
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { UserId } from "../../../core/contract/fields";
import type { SignIn } from "../../../core/ports/sign-in";
import { requestHandler } from "./clients";

export const createCognitoClient = () =>
  new CognitoIdentityProviderClient({ requestHandler: requestHandler() });

/** Somebody who is gone has nothing that could be ended or removed. */
const unlessGone = (error: unknown): undefined => {
  if (error instanceof UserNotFoundException) return undefined;
  throw error;
};

/** Users of a pool whose usernames are their `sub`, as where people sign in with their e-mail address. */
export const createCognitoSignIn = (
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
): SignIn => {
  const named = (user: UserId) => ({ UserPoolId, Username: user });
  return {
    async emailOf(user) {
      const found = await client.send(new AdminGetUserCommand(named(user))).catch(unlessGone);
      const read = (name: string) =>
        found?.UserAttributes?.find(({ Name }) => Name === name)?.Value;
      if (read("email_verified") !== "true") return undefined;
      return read("email")?.toLowerCase();
    },
    async signOut(user) {
      await client.send(new AdminUserGlobalSignOutCommand(named(user))).catch(unlessGone);
    },
    async remove(user) {
      await client.send(new AdminDeleteUserCommand(named(user))).catch(unlessGone);
    },
  };
};
