import type { Dialect } from "../../core/chat/dialect";

/** A case that a gateway that drops nothing has to refuse. */
export type Refusal = {
  readonly dialects: readonly Dialect[];
  readonly because: string;
  /** What the error that the client throws must say: the field that can't be carried. */
  readonly says: RegExp;
};

/** By client, then by case. */
const refusals: Readonly<Record<string, Readonly<Record<string, readonly Refusal[]>>>> = {};

/** Why a case on a dialect is refused by design; undefined where it has to pass. */
export const refusalOf = (client: string, name: string, dialect: Dialect): Refusal | undefined =>
  refusals[client]?.[name]?.find(({ dialects }) => dialects.includes(dialect));
