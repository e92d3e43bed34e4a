import { firstWindow, step } from "../../core/alerts/step";
import { minuteOf, windowSums } from "../../core/alerts/windows";
import type { OrganizationId } from "../../core/ids";
import type { Alert } from "../../core/ports/alert-store";
import { readMinuteCosts } from "../shared/alerts/minute-costs";
import type { AlertsParts } from "./alerts-parts";
import { tellNotice } from "./tell-notice";
import { toChange } from "./to-change";

/** Holds the spend against the threshold, and writes what that leads to. */
const takeStep = async (
  parts: AlertsParts,
  organization: OrganizationId,
  { settings, state, version }: Alert,
): Promise<void> => {
  const { store, usage, metrics, newCrossingId } = parts;
  const now = parts.now();
  const last = minuteOf(now);
  const minutes = await readMinuteCosts(usage, organization, firstWindow(state, now), last);
  const { thresholdMicroUsd } = settings;
  const stepped = step({ state, minutes, thresholdMicroUsd, now, id: newCrossingId(now) });
  const change = await toChange(parts, organization, settings, state, stepped);
  // A concurrent check that was faster has done it all.
  if ((await store.advance(organization, version, change)) === "overtaken") return;
  if (thresholdMicroUsd > 0) metrics.spend(organization, windowSums(minutes, last, last)(last));
  if (change.fired) metrics.fired();
};

/** Checks one organization's alert, and tells what is to be told. */
export const checkAlert = async (
  parts: AlertsParts,
  organization: OrganizationId,
): Promise<void> => {
  const { store } = parts;
  const alert = await store.find(organization);
  const isOver =
    alert?.settings.thresholdMicroUsd === 0 && !alert.state && alert.untold.length === 0;
  if (!alert || isOver) return store.unlist(organization, alert?.version);
  if (alert.settings.thresholdMicroUsd > 0 || alert.state) {
    await takeStep(parts, organization, alert);
  }
  const { untold = [] } = (await store.find(organization)) ?? {};
  for (const notice of untold) await tellNotice(parts, organization, notice);
};
