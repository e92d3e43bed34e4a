import { randomBytes, randomInt, randomUUID } from "node:crypto";
import * as z from "zod";
import { accountId, region } from "../names";
import type { Operations } from "../operation";
import { invalidParameter, resourceNotFound } from "./cognito-errors";
import { clientId, cognitoOperation, userPoolId } from "./cognito-operation";
import type { CognitoParts } from "./parts";
import { type Pool, type PoolClient, poolSettingsSchema } from "./pool-state";
import { passwordVerifier } from "./srp";
import { generateSigningKey } from "./tokens";

const letters = (count: number, from: string): string =>
  Array.from({ length: count }, () => from[randomInt(from.length)]).join("");
const lower = "abcdefghijklmnopqrstuvwxyz0123456789";

/** AWS's own where a pool is made without one. */
const strictPolicy = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
};

const createPoolSchema = z
  .looseObject({ PoolName: z.string().min(1).max(128) })
  .transform(({ PoolName, ...settings }) => ({ PoolName, settings }));

const readSettings = (given: Record<string, unknown>) => {
  const settings = poolSettingsSchema.safeParse({
    Policies: { PasswordPolicy: strictPolicy },
    ...given,
  });
  if (!settings.success) throw invalidParameter(z.prettifyError(settings.error));
  if (!settings.data.UsernameAttributes.includes("email")) {
    throw invalidParameter(
      'the local emulator signs in by e-mail alone: UsernameAttributes ["email"]',
    );
  }
  return settings.data;
};

const newPool = async (
  name: string,
  given: Record<string, unknown>,
  now: number,
): Promise<Pool> => {
  const settings = readSettings(given);
  const id = `${region}_${letters(9, lower + lower.slice(0, 26).toUpperCase())}`;
  return {
    id,
    name,
    settings,
    createdAt: now,
    privateKey: await generateSigningKey(),
    keyId: randomBytes(32).toString("base64"),
    secret: randomBytes(32).toString("hex"),
    decoyVerifier: passwordVerifier(id, randomUUID(), randomBytes(32).toString("hex")).verifier,
    clients: {},
    users: {},
    sessions: {},
  };
};

const describePool = ({ id, name, settings, createdAt, users }: Pool): object => ({
  ...settings,
  Id: id,
  Name: name,
  Arn: `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`,
  CreationDate: createdAt / 1_000,
  LastModifiedDate: createdAt / 1_000,
  EstimatedNumberOfUsers: Object.keys(users).length,
});

/** Defaults: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html (read 2026-11-24). */
const createClientSchema = z
  .looseObject({
    UserPoolId: userPoolId,
    ClientName: z.string().min(1).max(128),
    GenerateSecret: z.literal(false).default(false),
    ExplicitAuthFlows: z
      .array(z.string())
      .default(["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
    PreventUserExistenceErrors: z.enum(["ENABLED", "LEGACY"]).default("LEGACY"),
    EnableTokenRevocation: z.boolean().default(true),
    RefreshTokenValidity: z.int().positive().default(30),
    AccessTokenValidity: z.int().positive().default(1),
    IdTokenValidity: z.int().positive().default(1),
    TokenValidityUnits: z
      .object({
        AccessToken: z.string().default("hours"),
        IdToken: z.string().default("hours"),
        RefreshToken: z.string().default("days"),
      })
      .default({ AccessToken: "hours", IdToken: "hours", RefreshToken: "days" }),
  })
  .transform(({ UserPoolId, GenerateSecret: _, ...client }) => ({ UserPoolId, client }));

const describeClient = (pool: Pool, ClientId: string, client: PoolClient): object => ({
  ...client,
  UserPoolId: pool.id,
  ClientId,
});

const clientOperations = ({ store }: CognitoParts): Operations => ({
  CreateUserPoolClient: cognitoOperation(createClientSchema, async ({ UserPoolId, client }) => {
    const pool = store.pool(UserPoolId);
    const id = letters(26, lower);
    pool.clients[id] = client;
    await store.save();
    return { UserPoolClient: describeClient(pool, id, client) };
  }),
  DescribeUserPoolClient: cognitoOperation(
    z.object({ UserPoolId: userPoolId, ClientId: clientId }),
    ({ UserPoolId, ClientId }) => {
      const { pool, client } = store.client(ClientId);
      if (pool.id !== UserPoolId) {
        throw resourceNotFound(`User pool client ${ClientId} does not exist.`);
      }
      return { UserPoolClient: describeClient(pool, ClientId, client) };
    },
  ),
  ListUserPoolClients: cognitoOperation(z.object({ UserPoolId: userPoolId }), ({ UserPoolId }) => ({
    UserPoolClients: Object.entries(store.pool(UserPoolId).clients).map(
      ([ClientId, { ClientName }]) => ({ ClientId, UserPoolId, ClientName }),
    ),
  })),
});

/** The operations that make and list pools and their clients. */
export const poolOperations = (parts: CognitoParts): Operations => ({
  CreateUserPool: cognitoOperation(createPoolSchema, async ({ PoolName, settings }) => {
    const pool = await newPool(PoolName, settings, parts.now());
    await parts.store.add(pool);
    return { UserPool: describePool(pool) };
  }),
  DescribeUserPool: cognitoOperation(z.object({ UserPoolId: userPoolId }), ({ UserPoolId }) => ({
    UserPool: describePool(parts.store.pool(UserPoolId)),
  })),
  ListUserPools: cognitoOperation(z.object({ MaxResults: z.int().min(1).max(60) }), () => ({
    UserPools: parts.store.pools().map(({ id, name, createdAt }) => ({
      Id: id,
      Name: name,
      CreationDate: createdAt / 1_000,
    })),
  })),
  ...clientOperations(parts),
});
