import { memoryOf } from "../../core/routing/session-memory";
import type { GatewayDeps } from "./deps";
import type { Ending, Ledger } from "./ledger";

/**
 * Remembers who answered a conversation, once it was answered. Nothing is written for a pinned
 * model, nor where nothing was cached and no tool was called.
 *
 * @returns when it is stored or given up; never rejects.
 */
export const rememberSession = async (
  { recalled, conversation, decision, startedAt }: Ledger,
  { outcome, target, usage, callsTools = false }: Ending,
  { sessions }: GatewayDeps,
): Promise<void> => {
  if (!recalled || !conversation || !target) return;
  if (decision?.kind !== "routed" || outcome !== "ok") return;
  const memory = memoryOf({
    offer: target.offer,
    conversation,
    at: startedAt,
    tokens: usage?.tokens,
    calledTools: callsTools,
    before: recalled.before,
  });
  if (memory) await sessions.remember(recalled.key(), memory);
};
