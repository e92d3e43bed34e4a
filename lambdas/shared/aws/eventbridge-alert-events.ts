import { type EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { alertEventSource } from "../../../core/alerts/alert-event";
import type { AlertEvents } from "../../../core/ports/alert-channels";

/** The account's default event bus. */
export const createEventBridgeAlertEvents = (client: EventBridgeClient): AlertEvents => ({
  async put({ type, detail }) {
    const { FailedEntryCount, Entries } = await client.send(
      new PutEventsCommand({
        Entries: [{ Source: alertEventSource, DetailType: type, Detail: JSON.stringify(detail) }],
      }),
    );
    // The call succeeds where an entry does not.
    if (FailedEntryCount) {
      throw new Error(`the event bus refused an event: ${Entries?.[0]?.ErrorCode ?? "no reason"}`);
    }
  },
});
