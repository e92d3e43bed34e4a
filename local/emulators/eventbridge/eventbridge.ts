import type { Log } from "../../../core/ports/log";
import type { Operations } from "../operation";
import type { SendToTarget } from "../targets";
import { putEvents } from "./put-events";
import { ruleOperations } from "./rule-operations";
import { openRuleStore } from "./rule-store";

export type EventBridgeOptions = {
  readonly path: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly send: SendToTarget;
  /** Told of targets that could not be reached. */
  readonly log?: Log | undefined;
};

/** EventBridge with its default bus. */
export const openEventBridge = async (options: EventBridgeOptions): Promise<Operations> => {
  const store = await openRuleStore(options.path);
  return {
    ...ruleOperations(store),
    PutEvents: putEvents(store, options.send, options.now, options.log),
  };
};
