import { cascadeReason } from "../../core/routing/cascade/explain-cascade";
import type { Ledger } from "./ledger";
import type { Target } from "./target";

/**
 * Why this model, or why none: in one sentence, for the header and the record.
 *
 * @param target - whose answer the caller got.
 */
export const reasonOf = (
  { decision, cascade }: Partial<Pick<Ledger, "decision" | "cascade">>,
  target?: Pick<Target, "offer">,
): string | undefined => {
  if (decision?.kind === "refused") return decision.message;
  const { outcome, check, first } = cascade ?? {};
  const answeredBy =
    target?.offer ?? (decision?.kind === "routed" ? decision.reference : undefined);
  const told =
    outcome && check && first && answeredBy
      ? cascadeReason(outcome, check.kind, first.offer, answeredBy)
      : undefined;
  return told ?? decision?.reason;
};
