import type { OrganizationId, RequestId } from "../ids";
import type { Score } from "../routing/feedback-ledger";

/** What a caller says of one answered request. */
export type ScoredRequest = Score & {
  readonly organization: OrganizationId;
  readonly request: RequestId;
};

/** Keeps what callers say of answers; `AccessStore` reads what it amounts to. */
export interface FeedbackStore {
  /**
   * Counts the score for its offer and task, each request once: a later score takes the place of
   * the request's earlier one. When it rejects, the score may or may not have been counted; the
   * same call again settles it.
   *
   * @throws FeedbackStoreBusyError where the same call may succeed later as it is.
   */
  score(scored: ScoredRequest): Promise<void>;
}

/** The store can't take scores at the moment (throttled or contended). */
export class FeedbackStoreBusyError extends Error {
  override readonly name = "FeedbackStoreBusyError";
}
