import type { Operation } from "../../core/contract/operation";
import { usageOperations } from "../../core/contract/usage";
import type { Handler } from "../../lambdas/api/handler";
import { createUsageHandlers } from "../../lambdas/api/usage/handlers";
import type { UsageParts } from "../../lambdas/api/usage/parts";
import { monthEnd, monthStart, organization, timeZone } from "./month";

type Question = { readonly name: string; readonly id: string; readonly query: object };

const dayMs = 86_400_000;
const month = { from: monthStart, to: monthEnd };
const week = { from: monthEnd - 7 * dayMs, to: monthEnd };

/** What the dashboard asks. */
export const questions: readonly Question[] = [
  { name: "summary, month", id: "usage.summary", query: month },
  {
    name: "summary of one customer, month",
    id: "usage.summary",
    query: { ...month, customer: "acme-corp" },
  },
  { name: "trend by day, month", id: "usage.trend", query: { ...month, interval: "day" } },
  { name: "trend by hour, 7 days", id: "usage.trend", query: { ...week, interval: "hour" } },
  { name: "map, month", id: "usage.map", query: month },
  {
    name: "breakdown by customer, month",
    id: "usage.breakdown",
    query: { ...month, by: "customer" },
  },
];

/** Asks one question as the API does, its answer read by the contract and written as JSON. */
export const createAsker = (usage: UsageParts["usage"]) => {
  const handlers = createUsageHandlers({
    usage,
    settings: { find: () => Promise.resolve({ timeZone }) },
    keys: { list: () => Promise.resolve([]) },
    now: () => monthEnd,
  }) as unknown as Readonly<Record<string, Handler<Operation>>>;
  return async ({ id, query }: Question): Promise<number> => {
    const operation = usageOperations.find((one) => one.id === id);
    const handle = handlers[id];
    if (!operation || !handle) throw new Error(`there is no ${id}`);
    const request = { actor: { organization }, query, params: {}, body: undefined, headers: {} };
    const answer = await handle(request as never);
    return JSON.stringify(operation.answer.parse(answer)).length;
  };
};
