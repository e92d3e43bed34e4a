import { randomUUID } from "node:crypto";
import { EmulatorError } from "../emulator-error";
import type { Pool, PoolUser } from "./pool-state";
import { findUser } from "./pool-store";
import { passwordVerifier } from "./srp";
import { checkEmail } from "./user-attributes";

export type NewUser = Pick<PoolUser, "email" | "emailVerified" | "status" | "attributes"> & {
  readonly password: string;
};

/** @throws UsernameExistsException, InvalidParameterException */
export const addUser = (pool: Pool, { password, ...given }: NewUser, now: number): PoolUser => {
  checkEmail(given.email, "Username");
  if (findUser(pool, given.email)) {
    const message = "An account with the given email already exists.";
    throw new EmulatorError("UsernameExistsException", message);
  }
  const sub = randomUUID();
  const user: PoolUser = {
    ...given,
    ...passwordVerifier(pool.id, sub, password),
    sub,
    codes: {},
    createdAt: now,
    modifiedAt: now,
  };
  pool.users[sub] = user;
  return user;
};

/** Sessions go on, as they do in Cognito: ending them is the caller's affair. */
export const setPassword = (pool: Pool, user: PoolUser, password: string, now: number): void => {
  Object.assign(user, passwordVerifier(pool.id, user.sub, password), { modifiedAt: now });
};
