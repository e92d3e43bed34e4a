import { monthEnd, monthStart } from "./month";

export type Question = {
  readonly name: string;
  readonly id: string;
  readonly query: object;
  readonly params?: object;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const month = { from: monthStart, to: monthEnd };
const days = (count: number) => ({ from: monthEnd - count * dayMs, to: monthEnd });

/** Of sums. */
export const sumQuestions: readonly Question[] = [
  { name: "summary, month", id: "usage.summary", query: month },
  {
    name: "summary of one customer, month",
    id: "usage.summary",
    query: { ...month, customer: "acme-corp" },
  },
  { name: "summary, 15 days and the 15 before", id: "usage.summary", query: days(15) },
  { name: "trend by day, month", id: "usage.trend", query: { ...month, interval: "day" } },
  {
    name: "trend by day, 15 days and the 15 before",
    id: "usage.trend",
    query: { ...days(15), interval: "day", previous: "true" },
  },
  { name: "trend by hour, 7 days", id: "usage.trend", query: { ...days(7), interval: "hour" } },
  { name: "map, month", id: "usage.map", query: month },
  {
    name: "breakdown by customer, month",
    id: "usage.breakdown",
    query: { ...month, by: "customer" },
  },
];

/** Of rows. */
export const rowQuestions = (request: string): readonly Question[] => [
  { name: "requests, first page, a day", id: "requests.list", query: days(1) },
  {
    name: "requests of one customer, a day",
    id: "requests.list",
    query: { ...days(1), customer: "acme-corp" },
  },
  { name: "requests, first page, month", id: "requests.list", query: month },
  {
    name: "requests that failed, a day: rows are summed",
    id: "requests.list",
    query: { ...days(1), outcome: "error" },
  },
  {
    name: "requests that failed, 2 days: rows are summed",
    id: "requests.list",
    query: { ...days(2), outcome: "error" },
  },
  {
    name: "requests that failed, month: too many to be summed",
    id: "requests.list",
    query: { ...month, outcome: "error" },
  },
  { name: "one request", id: "requests.get", query: {}, params: { request } },
  { name: "simulator, 7 days", id: "simulator.run", query: days(7) },
];
