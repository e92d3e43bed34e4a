import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomUUID,
  sign,
  verify,
} from "node:crypto";
import { promisify } from "node:util";
import * as z from "zod";
import { region } from "../names";
import { notAuthorized } from "./cognito-errors";
import type { Pool, PoolClient, PoolUser, Session } from "./pool-state";

/** A pool's key for signing, as PKCS #8 PEM; takes a tenth of a second or more. */
export const generateSigningKey = async (): Promise<string> => {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
};

const publicKeyOf = (pool: Pool) => createPublicKey(createPrivateKey(pool.privateKey));

/** The keys that a pool's tokens are verified with, as RFC 7517 writes them. */
export const keySetOf = (pool: Pool): object => {
  const key = publicKeyOf(pool).export({ format: "jwk" });
  return { keys: [{ ...key, kid: pool.keyId, alg: "RS256", use: "sig" }] };
};

const issuerOf = (poolId: string): string =>
  `https://cognito-idp.${region}.amazonaws.com/${poolId}`;

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");

const signed = (pool: Pool, claims: object): string => {
  const text = `${encode({ kid: pool.keyId, alg: "RS256" })}.${encode(claims)}`;
  const signature = sign("RSA-SHA256", Buffer.from(text), pool.privateKey).toString("base64url");
  return `${text}.${signature}`;
};

const unitSeconds: Readonly<Record<string, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
};

/** How long a client's tokens of a kind are good for. */
export const validitySeconds = (
  client: PoolClient,
  kind: "AccessToken" | "IdToken" | "RefreshToken",
): number => client[`${kind}Validity`] * (unitSeconds[client.TokenValidityUnits[kind]] ?? 3_600);

/**
 * The tokens of a session, as Cognito answers them. Sources:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 * and …-using-the-id-token.html (read 2026-11-24).
 */
export const issueTokens = (
  pool: Pool,
  client: PoolClient,
  user: PoolUser,
  session: Session,
  now: number,
) => {
  const issuedAt = Math.floor(now / 1_000);
  const common = (kind: "AccessToken" | "IdToken") => ({
    sub: user.sub,
    iss: issuerOf(pool.id),
    ...(client.EnableTokenRevocation && { origin_jti: session.origin }),
    event_id: session.eventId,
    auth_time: session.authTime,
    exp: issuedAt + validitySeconds(client, kind),
    iat: issuedAt,
    jti: randomUUID(),
  });
  return {
    AccessToken: signed(pool, {
      ...common("AccessToken"),
      client_id: session.clientId,
      token_use: "access",
      scope: "aws.cognito.signin.user.admin",
      username: user.sub,
    }),
    IdToken: signed(pool, {
      ...common("IdToken"),
      aud: session.clientId,
      token_use: "id",
      email: user.email,
      email_verified: user.emailVerified,
      "cognito:username": user.sub,
      ...user.attributes,
    }),
    ExpiresIn: validitySeconds(client, "AccessToken"),
    TokenType: "Bearer",
  };
};

const claimsSchema = z.object({
  sub: z.uuid(),
  iss: z.string(),
  token_use: z.literal("access"),
  client_id: z.string(),
  origin_jti: z.string().optional(),
  exp: z.number(),
});

export type AccessClaims = z.output<typeof claimsSchema>;

const decode = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
};

/** @throws NotAuthorizedException where it is no access token of one of the pools, or has expired. */
export const readAccessToken = (
  token: string,
  pools: readonly Pool[],
  now: number,
): { pool: Pool; claims: AccessClaims } => {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const { success, data: claims } = claimsSchema.safeParse(decode(payload));
  const pool = success ? pools.find(({ id }) => issuerOf(id) === claims.iss) : undefined;
  const algorithm = z.object({ alg: z.literal("RS256") }).safeParse(decode(header));
  const isOurs =
    success &&
    pool &&
    algorithm.success &&
    verify(
      "RSA-SHA256",
      Buffer.from(`${header}.${payload}`),
      publicKeyOf(pool),
      Buffer.from(signature, "base64url"),
    );
  if (!isOurs) throw notAuthorized("Invalid Access Token");
  if (now >= claims.exp * 1_000) throw notAuthorized("Access Token has expired");
  return { pool, claims };
};
