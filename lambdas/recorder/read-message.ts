import { envelopeSchema, recordableSchema } from "../../core/usage/usage-envelope";
import type { UsageEvent } from "../../core/usage/usage-event";
import { parseJson } from "../shared/parse-json";

/** What is used of an SQS record. */
export type QueueRecord = { readonly messageId: string; readonly body: string };

/** What could be read of a message, and what was wrong with the rest. */
export type UsageMessage = {
  readonly id: string;
  readonly events: readonly UsageEvent[];
  /** In the schema's words, and never in the message's own. */
  readonly problems: readonly string[];
};

type Issue = { readonly path: readonly PropertyKey[]; readonly code: string };

const problemOf = ({ path, code }: Issue): string => `${path.join(".")}: ${code}`;

/** Reads one message, event by event. */
export const readMessage = ({ messageId: id, body }: QueueRecord): UsageMessage => {
  const envelope = envelopeSchema.safeParse(parseJson(body));
  if (!envelope.success) return { id, events: [], problems: envelope.error.issues.map(problemOf) };
  const events: UsageEvent[] = [];
  const problems: string[] = [];
  for (const [at, event] of envelope.data.events.entries()) {
    const read = recordableSchema.safeParse(event);
    if (read.success) events.push(read.data);
    else problems.push(...read.error.issues.map((issue) => `${at}.${problemOf(issue)}`));
  }
  return { id, events, problems };
};
