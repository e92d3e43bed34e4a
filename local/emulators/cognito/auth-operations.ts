import { randomBytes, timingSafeEqual } from "node:crypto";
import { LRUCache } from "lru-cache";
import * as z from "zod";
import type { Operations } from "../operation";
import {
  invalidParameter,
  notAuthorized,
  passwordAttemptsExceeded,
  userNotConfirmed,
  wrongPassword,
} from "./cognito-errors";
import { clientId, cognitoOperation, username } from "./cognito-operation";
import type { CognitoParts } from "./parts";
import type { PoolClient, PoolUser } from "./pool-state";
import { type Account, decoy } from "./pool-store";
import { beginSession, endSession, findSession } from "./sessions";
import { type Challenge, expectedSignature, openChallenge } from "./srp";
import { issueTokens } from "./tokens";

type Pending = {
  readonly challenge: Challenge;
  readonly account: Account;
  /** Milliseconds since 1970 UTC. */
  readonly expiresAt: number;
};

/** As long as Cognito's default `AuthSessionValidity`. */
const challengeLifeMs = 3 * 60_000;

const requireFlow = (client: PoolClient, flow: string): void => {
  if (client.ExplicitAuthFlows.includes(`ALLOW_${flow}`)) return;
  throw invalidParameter(`${flow} is not enabled for the client.`);
};

const initiateSchema = z.discriminatedUnion("AuthFlow", [
  z.object({
    AuthFlow: z.literal("USER_SRP_AUTH"),
    ClientId: clientId,
    AuthParameters: z.object({
      USERNAME: username,
      SRP_A: z.string().regex(/^[0-9a-f]{1,770}$/i, "must be a hexadecimal number"),
    }),
  }),
  z.object({
    AuthFlow: z.enum(["REFRESH_TOKEN_AUTH", "REFRESH_TOKEN"]),
    ClientId: clientId,
    AuthParameters: z.object({ REFRESH_TOKEN: z.string().min(1).max(8_192) }),
  }),
]);

type SrpInput = Extract<z.output<typeof initiateSchema>, { AuthFlow: "USER_SRP_AUTH" }>;
type RefreshInput = Exclude<z.output<typeof initiateSchema>, SrpInput>;

const challengeWith = (
  { ClientId, AuthParameters: { USERNAME, SRP_A } }: SrpInput,
  { store, now }: CognitoParts,
  pending: LRUCache<string, Pending>,
) => {
  const account = store.account(ClientId, USERNAME);
  const { pool, client, user, sub } = account;
  requireFlow(client, "USER_SRP_AUTH");
  const madeUp = decoy(pool, "salt", USERNAME);
  const challenge = openChallenge(user?.verifier ?? pool.decoyVerifier, SRP_A);
  if (!challenge) throw invalidParameter("SRP_A is no number that a client may send");
  const secretBlock = randomBytes(64).toString("base64");
  pending.set(secretBlock, { challenge, account, expiresAt: now() + challengeLifeMs });
  return {
    ChallengeName: "PASSWORD_VERIFIER",
    ChallengeParameters: {
      SALT: user?.salt ?? madeUp,
      SECRET_BLOCK: secretBlock,
      SRP_B: challenge.serverPublic,
      USERNAME: sub,
      USER_ID_FOR_SRP: sub,
    },
  };
};

const refresh = (
  { ClientId, AuthParameters: { REFRESH_TOKEN } }: RefreshInput,
  { store, now }: CognitoParts,
) => {
  const { pool, client } = store.client(ClientId);
  requireFlow(client, "REFRESH_TOKEN_AUTH");
  const { session, user } = findSession(pool, ClientId, REFRESH_TOKEN, now());
  const AuthenticationResult = issueTokens(pool, client, user, session, now());
  return { AuthenticationResult, ChallengeParameters: {} };
};

const respondSchema = z.object({
  ClientId: clientId,
  ChallengeName: z.literal("PASSWORD_VERIFIER"),
  ChallengeResponses: z.object({
    USERNAME: username,
    PASSWORD_CLAIM_SECRET_BLOCK: z.string().max(4_096),
    PASSWORD_CLAIM_SIGNATURE: z.string().max(1_024),
    TIMESTAMP: z.string().max(64),
  }),
});

type Responses = z.output<typeof respondSchema>["ChallengeResponses"];

const isRight = ({ challenge, account }: Pending, responses: Responses): boolean => {
  const { pool, sub } = account;
  const { PASSWORD_CLAIM_SECRET_BLOCK, TIMESTAMP, PASSWORD_CLAIM_SIGNATURE } = responses;
  const expected = expectedSignature(
    challenge,
    pool.id,
    sub,
    PASSWORD_CLAIM_SECRET_BLOCK,
    TIMESTAMP,
  );
  const given = Buffer.from(PASSWORD_CLAIM_SIGNATURE, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
};

const requireConfirmed = ({ status }: PoolUser): void => {
  if (status === "UNCONFIRMED") throw userNotConfirmed();
  if (status === "FORCE_CHANGE_PASSWORD") {
    throw notAuthorized(
      "the local emulator has no NEW_PASSWORD_REQUIRED; set a permanent password",
    );
  }
};

const respond = (parts: CognitoParts, pending: LRUCache<string, Pending>) =>
  cognitoOperation(respondSchema, async ({ ClientId, ChallengeResponses }) => {
    const { store, attempts, now } = parts;
    const block = ChallengeResponses.PASSWORD_CLAIM_SECRET_BLOCK;
    const begun = pending.get(block);
    // One answer to each challenge.
    pending.delete(block);
    if (!begun || begun.expiresAt <= now() || begun.account.clientId !== ClientId) {
      throw notAuthorized("Invalid session for the user.");
    }
    const { pool, client, user, sub } = begun.account;
    if (attempts.lockedForMs(sub) > 0) throw passwordAttemptsExceeded();
    // Reckoned for nobody as well, whom no password fits.
    const right = isRight(begun, ChallengeResponses);
    // Whoever was deleted, or changed the password, since the challenge began is nobody by it.
    const isCurrent =
      user !== undefined &&
      pool.users[sub] === user &&
      BigInt(`0x${user.verifier}`) === begun.challenge.verifier;
    if (!right || !isCurrent) {
      attempts.passwordFailed(sub);
      throw wrongPassword();
    }
    attempts.passwordRight(sub);
    requireConfirmed(user);
    const { session, refreshToken } = beginSession(pool, ClientId, client, user, now());
    await store.save();
    const tokens = issueTokens(pool, client, user, session, now());
    return {
      AuthenticationResult: { ...tokens, RefreshToken: refreshToken },
      ChallengeParameters: {},
    };
  });

/** How a user signs in, stays signed in, and gives a session up. */
export const authOperations = (parts: CognitoParts): Operations => {
  const pending = new LRUCache<string, Pending>({ max: 10_000 });
  return {
    InitiateAuth: cognitoOperation(initiateSchema, (input) =>
      input.AuthFlow === "USER_SRP_AUTH"
        ? challengeWith(input, parts, pending)
        : refresh(input, parts),
    ),
    RespondToAuthChallenge: respond(parts, pending),
    RevokeToken: cognitoOperation(
      z.object({ ClientId: clientId, Token: z.string().min(1).max(8_192) }),
      async ({ ClientId, Token }) => {
        endSession(parts.store.client(ClientId).pool, ClientId, Token);
        await parts.store.save();
        return {};
      },
    ),
  };
};
