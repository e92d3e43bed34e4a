import type { OrganizationId } from "../../core/ids";
import type { AlertsParts } from "./alerts-parts";
import { checkAlert } from "./check-alert";

/** Each waits for a handful of calls, one after the other. */
const atOnce = 16;

/** Checks every organization that has an alert; what fails for one keeps no other from its check. */
export const checkAlerts = async (parts: AlertsParts): Promise<void> => {
  const { store, log } = parts;
  const counts = { checked: 0, failed: 0 };
  const check = async (organization: OrganizationId): Promise<void> => {
    try {
      await checkAlert(parts, organization);
      counts.checked += 1;
    } catch (error) {
      counts.failed += 1;
      const { name, message: reason } = error as Partial<Error>;
      log.error("a spend alert could not be checked", { organization, error: name, reason });
    }
  };
  const organizations = store.organizations()[Symbol.asyncIterator]();
  // Workers share one iterator: each takes the next as soon as it has done the last.
  const work = async (): Promise<void> => {
    for (;;) {
      const next = await organizations.next();
      if (next.done) return;
      await check(next.value);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  log.info("spend alerts checked", counts);
};
