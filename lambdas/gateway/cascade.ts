import { offerName } from "../../core/catalog/offer";
import type { AnswerCheck } from "../../core/routing/cascade/answer-check";
import type { CascadeOutcome } from "../../core/routing/cascade/cascade-outcome";
import type { Charge } from "../../core/usage/charge";
import type { UsageEvent } from "../../core/usage/usage-event";
import type { Target } from "./target";

/** A cascade that was asked for, as far as it has come. */
export type Cascade = {
  /** Absent while nothing is decided. */
  outcome?: CascadeOutcome;
  /** Absent where the answer can't be checked. */
  check?: AnswerCheck;
  /** Tried before the others; absent where none is worth it. */
  first?: Target;
  escalation?: number;
  /** What an answer that failed the check was billed: the caller never saw it. */
  discarded?: Charge;
};

/** A cascade as the record of its request keeps it. */
export const cascadeRecord = ({
  outcome,
  check,
  first,
  escalation,
}: Cascade): NonNullable<UsageEvent["cascade"]> => ({
  ...(outcome && { outcome }),
  ...(check && { check: check.kind }),
  ...(first && { first: offerName(first.offer) }),
  ...(escalation !== undefined && { escalation }),
});
