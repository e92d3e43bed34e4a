import { z } from "zod";
import { recordableSchema } from "../../core/usage/usage-envelope";
import type { UsageEvent } from "../../core/usage/usage-event";

const marker = "usage_event_undelivered";

const lineSchema = z.object({ message: z.literal(marker), event: z.unknown() });

export type FoundLine =
  | { readonly kind: "other" }
  | { readonly kind: "event"; readonly event: UsageEvent }
  /** Names an undelivered event that can't be read; `problem` quotes nothing of it. */
  | { readonly kind: "unreadable"; readonly problem: string };

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What may be the logger's JSON: the line from each brace on, and each string that holds one. */
const candidates = function* (line: string): Generator {
  for (let at = line.indexOf("{"); at >= 0; at = line.indexOf("{", at + 1)) {
    // Exports end a line that is part of an array with a comma.
    yield parse(line.slice(at).replace(/\s*,?\s*$/, ""));
  }
  const quoted = /"(?:message|@message)"\s*:\s*("\{(?:[^"\\]|\\.)*")/.exec(line)?.[1];
  const inner = quoted === undefined ? undefined : parse(quoted);
  if (typeof inner === "string") yield parse(inner);
};

/**
 * Reads one line of a log: the logger's JSON as it is, after a timestamp and a stream's name (`aws
 * logs tail`, exports to S3), or as the `message` of a JSON answer (`aws logs filter-log-events`).
 */
export const findEvent = (line: string): FoundLine => {
  if (!line.includes(marker)) return { kind: "other" };
  for (const candidate of candidates(line)) {
    const logged = lineSchema.safeParse(candidate);
    if (!logged.success) continue;
    const read = recordableSchema.safeParse(logged.data.event);
    if (read.success) return { kind: "event", event: read.data };
    const problems = read.error.issues.map(({ path, code }) => `${path.join(".")}: ${code}`);
    return { kind: "unreadable", problem: problems.join(", ") };
  }
  return { kind: "unreadable", problem: "no whole JSON object stands in the line" };
};
