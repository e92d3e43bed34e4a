import type { OfferName } from "../../core/catalog/offer";
import { RequestError } from "../../core/errors";
import type { OrganizationId, RequestId } from "../../core/ids";
import type { Task } from "../../core/routing/task";
import { requestTime } from "../../core/usage/request-time";
import type { UsageEvent } from "../../core/usage/usage-event";
import type { GatewayDeps } from "./deps";
import type { GatewayRequest } from "./exchange";
import { orUnavailable } from "./unavailable";

const dayMs = 86_400_000;
/** What was thought of an older answer says little of what a model does today. */
const oldestDays = 30;
/** Rows are written some seconds after the answer: for so long a missing one may be on its way. */
const onItsWayMs = 60_000;
/** A caller that scores at once is waited with for so many looks, this long apart. */
const moreLooks = 3;
const lookAgainMs = 400;

type Needs = Pick<GatewayDeps, "requests" | "catalog" | "now" | "sleep">;

/** Which offer did which task. */
export type Scored = { readonly offer: OfferName; readonly task: Task };

const unknown = (onItsWay: boolean): RequestError =>
  new RequestError(
    404,
    "request_not_found",
    onItsWay
      ? "the request is not recorded, or not yet; records come some seconds after the answer, so try again soon"
      : "no such request of your organization is on record; send the x-smashcost-request-id of one of your answers",
    { param: "request_id", ...(onItsWay && { retryAfterSeconds: 2 }) },
  );

const unfit = (code: string, message: string): RequestError =>
  new RequestError(400, code, message, { param: "request_id", mayRetry: false });

/** The row, also where it is just being written. */
const findRow = async (
  organization: OrganizationId,
  id: RequestId,
  at: number,
  signal: AbortSignal,
  { requests, now, sleep }: Needs,
): Promise<UsageEvent | undefined> => {
  for (let looks = 0; ; looks += 1) {
    const row = await orUnavailable("records", requests.find(organization, id));
    const isFresh = at <= now() && now() - at < onItsWayMs;
    if (row !== undefined || !isFresh || looks >= moreLooks || signal.aborted) return row;
    // A caller that leaves ends the wait: nobody reads the answer.
    await sleep(lookAgainMs, signal).catch(() => undefined);
  }
};

/**
 * Looks up what is to be scored, by the time that its id carries.
 *
 * @throws RequestError 404 where the organization has no such request, 400 where it is older than 30
 * days or has no answer whose model could be scored.
 */
export const findScored = async (
  organization: OrganizationId,
  id: string,
  { signal }: Pick<GatewayRequest, "signal">,
  needs: Needs,
): Promise<Scored> => {
  const { catalog, now } = needs;
  const at = requestTime(id);
  if (at === undefined) throw unknown(false);
  if (now() - at > oldestDays * dayMs) {
    throw unfit(
      "request_too_old",
      `the request is older than ${oldestDays} days; score answers within that time`,
    );
  }
  const row = await findRow(organization, id as unknown as RequestId, at, signal, needs);
  if (row === undefined) throw unknown(at <= now() && now() - at < onItsWayMs);
  const { used, task, outcome } = row;
  // A request that broke off by no doing of the caller says nothing of how able the model is.
  if (used === undefined || task === undefined || outcome === "error" || outcome === "timeout") {
    throw unfit("request_not_answered", "the request has no answer that could be scored");
  }
  const offer: OfferName = `${used.provider}/${used.model}`;
  if (catalog.find(offer) === undefined) {
    throw unfit(
      "model_not_in_catalog",
      "the model that answered is not in the catalog, so the router never chooses it and a score changes nothing",
    );
  }
  return { offer, task };
};
