import { loadCatalog } from "../../core/catalog/load";
import type { Operation } from "../../core/contract/operation";
import { operations } from "../../core/contract/operations";
import type { OrganizationSettings } from "../../core/ports/access-store";
import type { UsageCells } from "../../core/ports/usage-cells";
import type { UsageReader } from "../../core/ports/usage-store";
import type { Handler } from "../../lambdas/api/handler";
import { createRequestsHandlers } from "../../lambdas/api/requests/handlers";
import { createSimulatorHandlers } from "../../lambdas/api/simulator/handlers";
import { createUsageHandlers } from "../../lambdas/api/usage/handlers";
import { monthEnd, organization, timeZone } from "./month";
import type { Question } from "./questions";

const settings: OrganizationSettings = {
  id: organization,
  name: "Bench",
  timeZone,
  routingMode: "balanced",
  disabledOffers: [],
  priceOverrides: {},
};
const catalog = loadCatalog();

/** Asks one question as the API does, its answer read by the contract and written as JSON: in bytes. */
export const createAsker = (usage: UsageReader & UsageCells, now = () => monthEnd) => {
  const shared = {
    usage,
    registry: { listKeys: () => Promise.resolve([]) },
    access: { read: () => Promise.resolve({ organization: settings }) } as never,
    catalog,
  };
  const links = { put: () => Promise.resolve() };
  const handlers = {
    ...createUsageHandlers({
      usage,
      settings: { find: () => Promise.resolve(settings) },
      keys: { list: () => Promise.resolve([]) },
      now,
    }),
    ...createRequestsHandlers({ ...shared, links, newToken: () => "", now }),
    // The replay stops by the clock.
    ...createSimulatorHandlers({ ...shared, now: Date.now }),
  } as unknown as Readonly<Record<string, Handler<Operation>>>;
  return async ({ id, query, params = {} }: Question): Promise<number> => {
    const operation = operations.find((one) => one.id === id) as Operation | undefined;
    const handle = handlers[id];
    if (!operation || !handle) throw new Error(`there is no ${id}`);
    const request = { actor: { organization }, query, params, body: undefined, headers: {} };
    const answer = await handle(request as never);
    return JSON.stringify(operation.answer.parse(answer)).length;
  };
};
