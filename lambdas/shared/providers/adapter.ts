import type { ProviderId } from "../../../core/catalog/provider-id";
import type { CallerRequest } from "../../../core/chat/caller-dialect";
import type { Dialect } from "../../../core/chat/dialect";
import type { NeutralAnswer } from "../../../core/chat/neutral/answer";
import type { NeutralEvent } from "../../../core/chat/neutral/event";
import type { NeutralRequest } from "../../../core/chat/neutral/request";
import type { CredentialSettings } from "../../../core/ports/access-store";
import type { PlainKey } from "../../../core/ports/vault";
import type { HttpCall } from "../http/upstream";

/** The model that a request goes to. */
export type CalledModel = {
  /** The provider's own name of it. */
  readonly id: string;
  /** It is a substitute for another: settings the two word differently are reworded. */
  readonly substitute: boolean;
  /** It thinks before it answers. */
  readonly reasons: boolean;
  /** The most that it can say, in tokens; 0 where that is not known. */
  readonly mostOutputTokens: number;
};

/** One request on its way to one model. */
export type Outgoing = {
  readonly request: CallerRequest;
  readonly model: CalledModel;
  /** Empty where the provider takes none. */
  readonly key: PlainKey;
  /** Headers of the caller's, for providers of its own dialect: versions and beta features. */
  readonly passedHeaders: Readonly<Record<string, string>>;
  /** What the organization said of its account there: a region, a resource, an address. */
  readonly settings: CredentialSettings;
};

/** A provider's refusal in its own words, and what may be done about it. */
export type ProviderFailure = {
  readonly code: string | null;
  /** Its own words, for the caller alone; absent where there are none. */
  readonly message?: string;
  /** The organization's credit at the provider is spent: trying again there is no use. */
  readonly spentCredit: boolean;
  /** What the body says of when to come back. */
  readonly retryAfterMs?: number;
};

/** Reads one stream, event by event. Stateful: one for each answer. Never throws. */
export type EventReader = (data: string) => readonly NeutralEvent[];

/** One provider in one dialect, all of it pure: who sends owns the network, the clock and the retries. */
export interface ProviderAdapter {
  readonly provider: ProviderId;
  readonly dialect: Dialect;
  /**
   * The fields of a request that this provider has no word for, by their neutral names or by their
   * path at the caller's; none: it can be translated whole. Asked for requests of other dialects, and
   * for those of its own that another provider was meant to answer.
   *
   * @param modelId - what this model alone can't be told counts as well; absent: only what none can.
   */
  uncarried(request: NeutralRequest, modelId?: string): readonly string[];
  /** A request of its own dialect is passed on as it is, but for what must change. */
  toHttp(outgoing: Outgoing): HttpCall;
  /** Undefined where the body is no answer at all. */
  readAnswer(body: string): NeutralAnswer | undefined;
  eventReader(): EventReader;
  readFailure(body: string): ProviderFailure;
  /** Where it counts a prompt's tokens without answering: an answer is then the count alone. */
  readonly counting?: Pick<ProviderAdapter, "toHttp" | "readAnswer">;
}
