import { RequestError } from "../../../core/errors";
import type { OrganizationId } from "../../../core/ids";
import type { Directory } from "../../../core/ports/directory";
import type { Payments } from "../../../core/ports/payments";
import type { PlanStore } from "../../../core/ports/plan-store";
import type { PurgeStarter } from "../../../core/ports/purge-starter";
import { notFound } from "../problems";

export type AccountParts = {
  readonly registry: {
    findOrganization(
      organization: OrganizationId,
    ): Promise<{ readonly name: string; readonly timeZone: string } | undefined>;
    /** Its keys are refused from then on. Idempotent: the first time stands. */
    deactivateOrganization(organization: OrganizationId, at: number): Promise<void>;
  };
  readonly directory: Pick<Directory, "markDeleted">;
  readonly plans: Pick<PlanStore, "read">;
  /** Undefined where no payments are set up. */
  readonly payments: Pick<Payments, "removeCustomer"> | undefined;
  readonly purges: PurgeStarter;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

/** Who asks, and what they typed. */
export type DeletionRequest = {
  readonly organization: OrganizationId;
  readonly email: string;
  readonly confirmation: string;
};

/**
 * Stops the keys, ends what is paid for, and has everything deleted. That nobody gets in any more comes
 * last, for whoever asked must be able to ask again where a step failed; each may be made twice. Once
 * the purge is started it does the last step as well.
 *
 * @returns when the keys were stopped.
 * @throws RequestError 400 where the name that was typed is another.
 */
export const deleteAccount = async (
  { organization, email, confirmation }: DeletionRequest,
  { registry, directory, plans, payments, purges, now }: AccountParts,
): Promise<number> => {
  const settings = await registry.findOrganization(organization);
  if (!settings) throw notFound("organization");
  const { name, timeZone } = settings;
  if (confirmation !== name) {
    const message = "is not the organization's name; type it just as it is shown";
    throw new RequestError(400, "confirmation_mismatch", message, { param: "body.confirmation" });
  }
  const at = now();
  await registry.deactivateOrganization(organization, at);
  const { customer } = await plans.read(organization);
  if (customer !== undefined) await payments?.removeCustomer(customer);
  await purges.start({ organization, name, timeZone, requestedBy: email, requestedAt: at });
  await directory.markDeleted(organization, at);
  return at;
};
