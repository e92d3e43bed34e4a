import {
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  paginateListUserPoolClients,
  paginateListUserPools,
} from "@aws-sdk/client-cognito-identity-provider";

export type UserPoolTriggers = {
  /** ARNs of the functions. */
  readonly customMessage: string;
  readonly postConfirmation: string;
};

export type UserPool = { readonly userPoolId: string; readonly userPoolClientId: string };

const userPoolName = "smashcost-users";
const clientName = "smashcost-dashboard";

/** As the stack in AWS makes it: people sign in with a verified e-mail address. */
const poolSettings = ({ customMessage, postConfirmation }: UserPoolTriggers) =>
  new CreateUserPoolCommand({
    PoolName: userPoolName,
    UsernameAttributes: ["email"],
    UsernameConfiguration: { CaseSensitive: false },
    AutoVerifiedAttributes: ["email"],
    // An address that was mistyped must not lock its user out.
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ["email"] },
    Policies: {
      PasswordPolicy: {
        MinimumLength: 8,
        RequireLowercase: false,
        RequireNumbers: false,
        RequireSymbols: false,
        RequireUppercase: false,
      },
    },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
    LambdaConfig: { CustomMessage: customMessage, PostConfirmation: postConfirmation },
  });

/** No secret, as it is a browser's; passwords never leave it. */
const clientSettings = (UserPoolId: string) =>
  new CreateUserPoolClientCommand({
    UserPoolId,
    ClientName: clientName,
    GenerateSecret: false,
    ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    PreventUserExistenceErrors: "ENABLED",
    EnableTokenRevocation: true,
    AccessTokenValidity: 1,
    IdTokenValidity: 1,
    RefreshTokenValidity: 30,
    TokenValidityUnits: { AccessToken: "hours", IdToken: "hours", RefreshToken: "days" },
  });

const findPool = async (client: CognitoIdentityProviderClient): Promise<string | undefined> => {
  for await (const { UserPools = [] } of paginateListUserPools({ client }, { MaxResults: 60 })) {
    const found = UserPools.find(({ Name }) => Name === userPoolName);
    if (found) return found.Id;
  }
  return undefined;
};

const findClient = async (client: CognitoIdentityProviderClient, UserPoolId: string) => {
  for await (const page of paginateListUserPoolClients({ client }, { UserPoolId })) {
    const found = page.UserPoolClients?.find(({ ClientName }) => ClientName === clientName);
    if (found) return found.ClientId;
  }
  return undefined;
};

const given = (id: string | undefined): string => {
  if (id === undefined) throw new Error("the sign-in service made something that has no id");
  return id;
};

/** Creates the user pool and its client where they are missing; what is there stays as it is. */
export const createUserPool = async (
  client: CognitoIdentityProviderClient,
  { triggers }: { readonly triggers: UserPoolTriggers },
): Promise<UserPool> => {
  const poolId =
    (await findPool(client)) ?? (await client.send(poolSettings(triggers))).UserPool?.Id;
  const userPoolId = given(poolId);
  const clientId =
    (await findClient(client, userPoolId)) ??
    (await client.send(clientSettings(userPoolId))).UserPoolClient?.ClientId;
  return { userPoolId, userPoolClientId: given(clientId) };
};
