import * as z from "zod";
import { describeUser } from "./admin-operations";
import { invalidParameter } from "./cognito-errors";
import { cognitoOperation, userPoolId } from "./cognito-operation";
import type { CognitoParts } from "./parts";
import type { PoolUser } from "./pool-state";
import { listAttributes } from "./user-attributes";

const fields: Readonly<Record<string, (user: PoolUser) => string>> = {
  sub: ({ sub }) => sub,
  username: ({ sub }) => sub,
  email: ({ email }) => email.toLowerCase(),
};

/** @throws InvalidParameterException for a filter other than `sub = "…"` and its like. */
const matcherOf = (filter: string): ((user: PoolUser) => boolean) => {
  if (filter === "") return () => true;
  const [, name = "", operator, value = ""] =
    /^\s*(\w+)\s*(\^?=)\s*"([^"\\]*)"\s*$/.exec(filter) ?? [];
  const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!read) {
    const known = Object.keys(fields).join(", ");
    throw invalidParameter(`the local emulator filters by ${known}, with = or ^=; not ${filter}`);
  }
  const wanted = value.toLowerCase();
  return (user) => (operator === "=" ? read(user) === wanted : read(user).startsWith(wanted));
};

/** Users in the order they were added; a page begins after the one that its token names. */
export const listUsers = ({ store }: CognitoParts) =>
  cognitoOperation(
    z.object({
      UserPoolId: userPoolId,
      Filter: z.string().max(256).default(""),
      Limit: z.int().min(1).max(60).default(60),
      PaginationToken: z.string().optional(),
    }),
    ({ UserPoolId, Filter, Limit, PaginationToken }) => {
      const matching = Object.values(store.pool(UserPoolId).users).filter(matcherOf(Filter));
      const from = matching.findIndex(({ sub }) => sub === PaginationToken) + 1;
      const page = matching.slice(from, from + Limit);
      const more = matching.length > from + page.length;
      return {
        Users: page.map((user) => ({ ...describeUser(user), Attributes: listAttributes(user) })),
        ...(more && { PaginationToken: page.at(-1)?.sub }),
      };
    },
  );
