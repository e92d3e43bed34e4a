import type { Attempts } from "./attempts";
import type { PoolStore } from "./pool-store";
import type { CodeMail } from "./send-code";
import type { RunTrigger } from "./triggers";

/** What the operations share. */
export type CognitoParts = {
  readonly store: PoolStore;
  readonly attempts: Attempts;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly runTrigger: RunTrigger;
  readonly sendCode: (mail: CodeMail) => Promise<void>;
};
