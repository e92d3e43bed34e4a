import type { Offer } from "../../core/catalog/offer";
import type { CallerDialect } from "../../core/chat/caller-dialect";
import type { Conversation } from "../../core/chat/conversation";
import type { RequestId } from "../../core/ids";
import type { RouteDecision } from "../../core/routing/decision";
import type { RoutingMode } from "../../core/routing/mode";
import type { RouteInput } from "../../core/routing/route-input";
import { type Endpoint, endpointOf } from "../../core/usage/endpoint";
import type { ProviderUsage } from "../../core/usage/provider-usage";
import type { ModeSource } from "../../core/usage/routing-basis";
import type { TokenBuckets } from "../../core/usage/token-buckets";
import type { Attempt, UsageEvent } from "../../core/usage/usage-event";
import type { Caller } from "./authenticate";
import type { Cascade } from "./cascade";
import type { Recalled } from "./recall-session";
import type { Reserved } from "./reserve";
import type { Target } from "./target";

/** What is known of a request so far; each step adds its part, and the record is made of it. */
export type Ledger = {
  readonly id: RequestId;
  readonly startedAt: number;
  readonly caller: Caller;
  readonly attempts: Attempt[];
  readonly dialect: CallerDialect;
  readonly endpoint: Endpoint;
  tags: Readonly<Record<string, string>>;
  requested: string;
  streamed: boolean;
  mode?: RoutingMode;
  conversation?: Conversation;
  recalled?: Recalled;
  decision?: RouteDecision;
  /** What the router was asked for the decision. */
  asked?: { readonly input: RouteInput; readonly modeFrom: ModeSource };
  /** Absent where none was asked for. */
  cascade?: Cascade;
  /** What a saving is measured against, where no decision says. */
  reference?: Offer;
  targets?: readonly Target[];
  reservation?: Reserved;
};

/** How a request ended. */
export type Ending = {
  readonly status: number;
  readonly outcome: UsageEvent["outcome"];
  readonly errorCode?: string;
  readonly target?: Target;
  /** By the provider's own count; where there is none, what came is estimated. */
  readonly usage?: ProviderUsage;
  /** Its output was still to be counted when the stream broke off. */
  readonly partial?: boolean;
  /** Tokens of output that came before the end, by rough estimate. */
  readonly outputWeight?: number;
  /** All that came before the end, as text: counted where the provider did not. */
  readonly said?: string;
  /** A tokenizer's count of it, and of the prompt. */
  readonly estimate?: TokenBuckets;
  /** The answer called tools. */
  readonly callsTools?: boolean;
  readonly firstTokenAt?: number;
};

export const openLedger = (
  id: RequestId,
  startedAt: number,
  caller: Caller,
  dialect: CallerDialect,
  endpoint = endpointOf(dialect.id),
): Ledger => ({
  id,
  startedAt,
  caller,
  dialect,
  endpoint,
  attempts: [],
  tags: {},
  requested: "",
  streamed: false,
});

/**
 * The target of a call that the caller broke off before its first token: it was sent the prompt, and
 * so that is billed by an estimate.
 */
export const targetLeft = ({ attempts, targets = [] }: Ledger): Pick<Ending, "target"> => {
  const last = attempts.at(-1);
  if (last?.outcome !== "cancelled") return {};
  const target = targets.find(
    ({ offer }) => offer.provider === last.provider && offer.id === last.model,
  );
  return target ? { target } : {};
};
