import { createHmac } from "node:crypto";
import { openJsonFile } from "../json-file";
import { resourceNotFound, userNotFound } from "./cognito-errors";
import { type Pool, type PoolClient, type PoolUser, stateSchema } from "./pool-state";

/** Whom a client names: somebody of its pool, or nobody, who is made up so that it can't be told. */
export type Account = {
  readonly pool: Pool;
  readonly clientId: string;
  readonly client: PoolClient;
  /** Also of nobody, and then always the same for the same name. */
  readonly sub: string;
  readonly user: PoolUser | undefined;
};

export type PoolStore = {
  readonly pools: () => readonly Pool[];
  readonly add: (pool: Pool) => Promise<void>;
  /** @throws ResourceNotFoundException */
  readonly pool: (id: string) => Pool;
  /** @throws ResourceNotFoundException */
  readonly client: (clientId: string) => { pool: Pool; client: PoolClient };
  /**
   * By the name that a client's user gave: their e-mail address or their `sub`.
   *
   * @throws UserNotFoundException where there is none and the client does not hide it.
   */
  readonly account: (clientId: string, username: string) => Account;
  /** Resolves once what was changed is on disk. */
  readonly save: () => Promise<void>;
};

/** By e-mail address, in any case, or by `sub`. */
export const findUser = (pool: Pool, username: string): PoolUser | undefined => {
  const name = username.toLowerCase();
  const named = Object.hasOwn(pool.users, name) ? pool.users[name] : undefined;
  return named ?? Object.values(pool.users).find(({ email }) => email.toLowerCase() === name);
};

/** Something random that is always the same for the same name. */
export const decoy = (pool: Pool, kind: "sub" | "salt", username: string): string => {
  const name = `${kind}:${username.toLowerCase()}`;
  const hex = createHmac("sha256", Buffer.from(pool.secret, "hex")).update(name).digest("hex");
  if (kind === "salt") return hex.slice(0, 32);
  return hex.replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
    (_, ...[a = "", b = "", c = "", d = "", e = ""]: string[]) => `${a}-${b}-4${c}-a${d}-${e}`,
  );
};

/** Pools with their users in one file of mode 0600. */
export const openPoolStore = async (path: string): Promise<PoolStore> => {
  const { state, file } = await openJsonFile(path, stateSchema, {});
  const clientOf = (clientId: string) => {
    for (const pool of Object.values(state)) {
      const client = Object.hasOwn(pool.clients, clientId) ? pool.clients[clientId] : undefined;
      if (client) return { pool, client };
    }
    throw resourceNotFound(`User pool client ${clientId} does not exist.`);
  };
  return {
    pools: () => Object.values(state),
    add: async (pool) => {
      state[pool.id] = pool;
      await file.save(state);
    },
    pool: (id) => {
      const pool = Object.hasOwn(state, id) ? state[id] : undefined;
      if (!pool) throw resourceNotFound(`User pool ${id} does not exist.`);
      return pool;
    },
    client: clientOf,
    account: (clientId, username) => {
      const { pool, client } = clientOf(clientId);
      // Made up for somebody who is there as well, so that both take the same time.
      const madeUp = decoy(pool, "sub", username);
      const user = findUser(pool, username);
      if (!user && client.PreventUserExistenceErrors === "LEGACY") throw userNotFound();
      return { pool, clientId, client, user, sub: user?.sub ?? madeUp };
    },
    save: () => file.save(state),
  };
};
