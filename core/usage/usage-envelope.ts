import * as z from "zod";
import { requestTime } from "./request-time";
import { isTimeZone } from "./time-zone";
import { type UsageEvent, usageEventSchema } from "./usage-event";

// What the recorder can't place in time would stop the others of its batch: it is refused here.
/** An event as the recorder takes it. */
export const recordableSchema = usageEventSchema
  .refine((event) => requestTime(event.id) !== undefined, {
    path: ["id"],
    error: "carries no time; a request id is req_ and a ULID",
  })
  .refine((event) => isTimeZone(event.timeZone), {
    path: ["timeZone"],
    error: "is no known zone; use an IANA name such as Europe/Berlin",
  });

/**
 * One message of the usage queue: the events that were waiting when it was sent. Each is read by
 * `recordableSchema` on its own, so that one that can't be read keeps no other from its row.
 */
export const envelopeSchema = z.strictObject({ events: z.array(z.unknown()).min(1) });

/** One event as it stands in a message. */
export const encodeEvent = (event: UsageEvent): string => JSON.stringify(event);

/** The message's body, of events by `encodeEvent`; read back by `envelopeSchema`. */
export const encodeEnvelope = (events: readonly string[]): string =>
  `{"events":[${events.join(",")}]}`;
