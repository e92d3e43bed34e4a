import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { codeExpired, codeMismatch } from "./cognito-errors";
import type { CodePurpose, Pool, PoolUser } from "./pool-state";

const hourMs = 3_600_000;

/**
 * Milliseconds. Source: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 * ("Quotas on code validity", read 2026-11-24).
 */
const validForMs: Readonly<Record<CodePurpose, number>> = {
  "sign-up": 24 * hourMs,
  "forgot-password": hourMs,
  attribute: 24 * hourMs,
};

const hashOf = (pool: Pool, user: PoolUser, purpose: CodePurpose, code: string): Buffer =>
  createHmac("sha256", Buffer.from(pool.secret, "hex"))
    .update(`${user.sub}:${purpose}:${code}`)
    .digest();

/** A code of six digits, good for one use; an earlier one for the same purpose is good no more. */
export const issueCode = (
  pool: Pool,
  user: PoolUser,
  purpose: CodePurpose,
  now: number,
): string => {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const hash = hashOf(pool, user, purpose, code).toString("hex");
  user.codes[purpose] = { hash, expiresAt: now + validForMs[purpose] };
  return code;
};

/** Takes a code, once. @throws CodeMismatchException, ExpiredCodeException */
export const takeCode = (
  pool: Pool,
  user: PoolUser,
  purpose: CodePurpose,
  code: string,
  now: number,
): void => {
  const known = user.codes[purpose];
  if (!known || now >= known.expiresAt) throw codeExpired();
  const given = hashOf(pool, user, purpose, code);
  if (!timingSafeEqual(given, Buffer.from(known.hash, "hex"))) throw codeMismatch();
  Reflect.deleteProperty(user.codes, purpose);
};
