import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { UserId } from "../core/contract/fields";
import type { Directory } from "../core/ports/directory";
import type { Identity } from "./identity";

export type SeedUserParts = {
  readonly client: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  readonly directory: Directory;
  readonly now: () => number;
};

type Names = readonly { readonly Name?: string; readonly Value?: string }[] | undefined;

const subOf = (attributes: Names): UserId | undefined =>
  attributes?.find(({ Name }) => Name === "sub")?.Value as UserId | undefined;

const findUser = async (
  { client, userPoolId }: SeedUserParts,
  email: string,
): Promise<UserId | undefined> => {
  try {
    const found = await client.send(
      new AdminGetUserCommand({ UserPoolId: userPoolId, Username: email }),
    );
    return subOf(found.UserAttributes);
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  }
};

const createUser = async (
  { client, userPoolId }: SeedUserParts,
  { email, password }: Identity,
): Promise<UserId | undefined> => {
  const Username = email;
  const { User } = await client.send(
    new AdminCreateUserCommand({
      UserPoolId: userPoolId,
      Username,
      MessageAction: "SUPPRESS",
      UserAttributes: [
        { Name: "email", Value: email },
        { Name: "email_verified", Value: "true" },
      ],
    }),
  );
  await client.send(
    new AdminSetUserPasswordCommand({
      UserPoolId: userPoolId,
      Username,
      Password: password,
      Permanent: true,
    }),
  );
  return subOf(User?.Attributes);
};

/**
 * Makes the first user where there is none, as the owner of the first organization. One who was
 * made before is left as they are: their password and their organization may have changed since.
 */
export const seedUser = async (identity: Identity, parts: SeedUserParts): Promise<void> => {
  if (await findUser(parts, identity.email)) return;
  const user = await createUser(parts, identity);
  if (user === undefined) throw new Error("the sign-in service made a user without an id");
  const at = parts.now();
  await parts.directory.addUser({ id: user, email: identity.email, createdAt: at });
  await parts.directory.addOrganization(identity.organization, user, at);
};
