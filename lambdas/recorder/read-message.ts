import { envelopeSchema } from "../../core/usage/usage-envelope";
import type { UsageEvent } from "../../core/usage/usage-event";

/** What is used of an SQS record. */
export type QueueRecord = { readonly messageId: string; readonly body: string };

/** A message that could be read. */
export type UsageMessage = { readonly id: string; readonly events: readonly UsageEvent[] };

/** What was wrong, in the schema's words and never in the message's own. */
export type UnreadableMessage = { readonly id: string; readonly problems: readonly string[] };

/** Reads one message; it is either whole or unreadable. */
export const readMessage = ({
  messageId: id,
  body,
}: QueueRecord): UsageMessage | UnreadableMessage => {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    // The parser's message quotes the text.
    return { id, problems: ["no JSON"] };
  }
  const { success, data, error } = envelopeSchema.safeParse(json);
  if (success) return { id, events: data.events };
  return { id, problems: error.issues.map(({ path, code }) => `${path.join(".")}: ${code}`) };
};
