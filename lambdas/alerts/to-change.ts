import type { AlertState } from "../../core/alerts/alert-state";
import type { Fired, Step } from "../../core/alerts/step";
import { windowPeriod } from "../../core/alerts/windows";
import type { OrganizationId } from "../../core/ids";
import type { AlertChange, AlertSettings, Crossing } from "../../core/ports/alert-store";
import { findRecipients } from "../shared/alerts/find-recipients";
import { findTopCustomers } from "../shared/alerts/top-customers";
import type { AlertsParts } from "./alerts-parts";

const toCrossing = async (
  { usage, directory }: AlertsParts,
  organization: OrganizationId,
  settings: AlertSettings,
  { id, at, window, sum, peak }: Fired,
): Promise<Crossing> => {
  const period = windowPeriod(window);
  const [{ customers, exact }, recipients] = await Promise.all([
    findTopCustomers(usage, { organization, ...period }),
    findRecipients(directory, organization, settings),
  ]);
  const { thresholdMicroUsd } = settings;
  const facts = { id, at, ...period, thresholdMicroUsd, sum, peak };
  return { ...facts, customers, customersExact: exact, recipients };
};

/** The open crossing from before, where it is still open and not as it was written. */
const stillOpen = (before: AlertState | undefined, { state, crossing }: Step) => {
  const open = state?.open;
  if (!open || open.id === crossing?.id) return [];
  const isAsWritten = before?.open?.id === open.id && before.open.peak === open.peak;
  return isAsWritten ? [] : [{ id: open.id, peak: open.peak }];
};

/** What a step leads to, with all that is to be known of a crossing that begins. */
export const toChange = async (
  parts: AlertsParts,
  organization: OrganizationId,
  settings: AlertSettings,
  before: AlertState | undefined,
  step: Step,
): Promise<AlertChange> => {
  const { state, ended, crossing } = step;
  const endedAt = parts.now();
  return {
    ...(state && { state }),
    ...(crossing && { fired: await toCrossing(parts, organization, settings, crossing) }),
    changed: [
      ...(ended ? [{ id: ended.id, peak: ended.peak, endedAt }] : []),
      ...stillOpen(before, step),
    ],
  };
};
