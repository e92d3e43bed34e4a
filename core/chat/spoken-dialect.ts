import { dialectsOf } from "../catalog/dialects";
import type { Offer } from "../catalog/offer";
import type { CallerDialectId, Dialect } from "./dialect";

/**
 * The dialect in which an offer is spoken to for a caller: the caller's own where it has it, so that
 * the request is passed on as it is; else the one it has first.
 */
export const spokenDialect = (
  { provider, api }: Pick<Offer, "provider" | "api">,
  caller: CallerDialectId,
): Dialect => {
  const [first, ...others] = api === undefined ? dialectsOf(provider) : ([api] as const);
  return others.find((dialect) => dialect === caller) ?? first;
};
