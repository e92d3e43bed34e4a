import type { alertOperations, CrossingAnswer } from "../../../core/contract/alerts";
import type { Crossing } from "../../../core/ports/alert-store";
import type { HandlersOf } from "../handler";
import type { AlertsParts } from "./alerts-parts";
import { readAlert } from "./get-alert";
import { sendTest } from "./test-alert";

const mostCrossings = 100;

const toAnswer = (crossing: Crossing): CrossingAnswer => {
  const { id, at, endedAt, thresholdMicroUsd, peak, customers, recipients } = crossing;
  return {
    id,
    at: new Date(at).toISOString(),
    endedAt: endedAt === undefined ? null : new Date(endedAt).toISOString(),
    thresholdMicroUsd,
    peak: String(peak),
    customer: customers[0]?.customer ?? null,
    recipients: [...recipients],
  };
};

export const createAlertsHandlers = (parts: AlertsParts): HandlersOf<typeof alertOperations> => ({
  "alerts.get": ({ actor }) => readAlert(parts, actor.organization),

  "alerts.put": async ({ actor, body, note }) => {
    const { thresholdMicroUsd } = body;
    const recipients = [...new Set(body.recipients)];
    await parts.alerts.putSettings(actor.organization, { thresholdMicroUsd, recipients });
    note({ details: { thresholdMicroUsd, recipients } });
    return readAlert(parts, actor.organization);
  },

  "alerts.test": async ({ actor, note }) => {
    const recipients = await sendTest(parts, actor.organization);
    note({ details: { recipients } });
    return { recipients: [...recipients] };
  },

  "alerts.crossings": async ({ actor }) => {
    const crossings = await parts.alerts.crossings(actor.organization, mostCrossings);
    return { crossings: crossings.map(toAnswer) };
  },
});
