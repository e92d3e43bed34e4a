import type { UsageEvent } from "../../core/usage/usage-event";
import type { UsageMessage } from "./read-message";

export type Failure = { readonly messageId: string; readonly error: unknown };

/**
 * Hands over the events of several messages at once. Where that fails, each message is tried
 * alone, so that one that can't be taken does not drag the others along; but only where the events
 * may be at fault: whoever is busy is not asked a hundred times more.
 *
 * @param mayBeTheirs - whether an error may come from the events themselves.
 * @returns the messages that failed; the queue brings them again.
 */
export const deliver = async (
  messages: readonly UsageMessage[],
  take: (events: readonly UsageEvent[]) => Promise<void>,
  mayBeTheirs: (error: unknown) => boolean,
): Promise<readonly Failure[]> => {
  if (messages.length === 0) return [];
  try {
    await take(messages.flatMap(({ events }) => events));
    return [];
  } catch (error) {
    if (messages.length === 1 || !mayBeTheirs(error)) {
      return messages.map(({ id }) => ({ messageId: id, error }));
    }
  }
  const failures: Failure[] = [];
  for (const message of messages) failures.push(...(await deliver([message], take, mayBeTheirs)));
  return failures;
};
