import { createHash, randomBytes, randomUUID } from "node:crypto";
import { notAuthorized } from "./cognito-errors";
import type { Pool, PoolClient, PoolUser, Session } from "./pool-state";
import { readAccessToken, validitySeconds } from "./tokens";

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Begins a session; the refresh token is kept as its hash alone. */
export const beginSession = (
  pool: Pool,
  clientId: string,
  client: PoolClient,
  user: PoolUser,
  now: number,
): { session: Session; refreshToken: string } => {
  for (const [hash, { expiresAt }] of Object.entries(pool.sessions)) {
    if (expiresAt <= now) Reflect.deleteProperty(pool.sessions, hash);
  }
  const refreshToken = randomBytes(48).toString("base64url");
  const session = {
    sub: user.sub,
    clientId,
    origin: randomUUID(),
    eventId: randomUUID(),
    authTime: Math.floor(now / 1_000),
    expiresAt: now + validitySeconds(client, "RefreshToken") * 1_000,
  };
  pool.sessions[hashOf(refreshToken)] = session;
  return { session, refreshToken };
};

/** @throws NotAuthorizedException where the token is not one of the client's, or was revoked. */
export const findSession = (
  pool: Pool,
  clientId: string,
  refreshToken: string,
  now: number,
): { session: Session; user: PoolUser } => {
  const session = pool.sessions[hashOf(refreshToken)];
  const user = session && pool.users[session.sub];
  if (!user || session.clientId !== clientId) throw notAuthorized("Invalid Refresh Token");
  if (session.expiresAt <= now) throw notAuthorized("Refresh Token has expired");
  return { session, user };
};

/** Ends the one session; a token that is none ends none. */
export const endSession = (pool: Pool, clientId: string, refreshToken: string): void => {
  const hash = hashOf(refreshToken);
  if (pool.sessions[hash]?.clientId === clientId) Reflect.deleteProperty(pool.sessions, hash);
};

/** Ends all sessions of a user. */
export const endSessions = (pool: Pool, sub: string): void => {
  for (const [hash, session] of Object.entries(pool.sessions)) {
    if (session.sub === sub) Reflect.deleteProperty(pool.sessions, hash);
  }
};

/**
 * Whose access token it is.
 *
 * @throws NotAuthorizedException where it is none, has expired, or its session has ended.
 */
export const findSignedIn = (
  pools: readonly Pool[],
  accessToken: string,
  now: number,
): { pool: Pool; user: PoolUser; clientId: string } => {
  const { pool, claims } = readAccessToken(accessToken, pools, now);
  const isOpen = Object.values(pool.sessions).some(
    ({ sub, origin }) =>
      sub === claims.sub && (claims.origin_jti === undefined || origin === claims.origin_jti),
  );
  const user = pool.users[claims.sub];
  if (!isOpen || !user) throw notAuthorized("Access Token has been revoked");
  return { pool, user, clientId: claims.client_id };
};
