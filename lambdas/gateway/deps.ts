import type { Catalog } from "../../core/catalog/catalog";
import type { RequestId } from "../../core/ids";
import type { AccessStore } from "../../core/ports/access-store";
import type { FeedbackStore } from "../../core/ports/feedback-store";
import type { LimitStore } from "../../core/ports/limit-store";
import type { Log } from "../../core/ports/log";
import type { PromptWriter } from "../../core/ports/prompt-store";
import type { TestTickets } from "../../core/ports/test-tickets";
import type { CountTokens } from "../../core/ports/tokenizer";
import type { UsageQueue } from "../../core/ports/usage-queue";
import type { UsageReader } from "../../core/ports/usage-store";
import type { Vault } from "../../core/ports/vault";
import type { MatchesSchema } from "../../core/routing/cascade/passes-check";
import type { Router } from "../../core/routing/route-input";
import type { Upstream } from "../shared/http/upstream";
import type { ProviderAdapters } from "../shared/providers/adapters";
import type { CredentialTestParts } from "../shared/providers/test-credential";
import type { Circuits } from "./circuits";
import type { Sessions } from "./sessions";

export type Timeouts = {
  readonly firstTokenMs: number;
  readonly silenceMs: number;
  readonly totalMs: number;
};

/** What a test of a stored credential takes beside the vault and the upstream. */
export type CredentialTests = {
  readonly tickets: Pick<TestTickets, "redeem">;
  /** Without a cache. */
  readonly access: AccessStore;
  readonly siteOf: CredentialTestParts["siteOf"];
};

/** All that the gateway asks of the world. */
export type GatewayDeps = {
  readonly access: AccessStore;
  readonly vault: Vault;
  readonly limits: LimitStore;
  readonly sessions: Sessions;
  readonly usage: UsageQueue;
  /** Written to for keys that ask for it alone. */
  readonly prompts: PromptWriter;
  /** Counts what broke off before its provider did. */
  readonly countTokens: CountTokens;
  /** Where a request that is scored is looked up. */
  readonly requests: Pick<UsageReader, "find">;
  readonly feedback: FeedbackStore;
  readonly credentialTests: CredentialTests;
  readonly upstream: Upstream;
  readonly catalog: Catalog;
  readonly route: Router;
  /** Judges a first model's answer where the caller gave a schema. */
  readonly matchesSchema: MatchesSchema;
  /** The providers that can be called at all. */
  readonly adapters: ProviderAdapters;
  readonly circuits: Circuits;
  readonly timeouts: Timeouts;
  readonly heartbeatMs: number;
  readonly log: Log;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  /** @param at - milliseconds since 1970 UTC: an id sorts by the time its request came in. */
  readonly newRequestId: (at: number) => RequestId;
  readonly sleep: (delayMs: number, signal: AbortSignal) => Promise<void>;
};
