import { EmulatorError } from "../emulator-error";
import { parseJson } from "../http/parse-json";

/** Which operation a request of the Scheduler's REST protocol asks for, and with which members. */
export type Route = { readonly operation: string; readonly input: Record<string, unknown> };

const ofOne: Readonly<Record<string, string>> = {
  POST: "CreateSchedule",
  GET: "GetSchedule",
  PUT: "UpdateSchedule",
  DELETE: "DeleteSchedule",
};

const bodyOf = (body: string): object => {
  const parsed = parseJson(body);
  return typeof parsed === "object" && parsed !== null ? parsed : {};
};

/** Whether a path is one of the Scheduler's. */
export const isSchedulerPath = (path: string): boolean => /^\/schedules(\/|$)/.test(path);

/**
 * Source: https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Operations.html
 * (read 2026-11-24). Throws `UnknownOperationException`.
 */
export const routeSchedulerRequest = (method: string, url: URL, body: string): Route => {
  const query = Object.fromEntries(url.searchParams);
  const [, , name, ...more] = url.pathname.split("/");
  if (name === undefined && method === "GET") return { operation: "ListSchedules", input: query };
  const operation = ofOne[method];
  if (!name || more.length > 0 || operation === undefined) {
    throw new EmulatorError(
      "UnknownOperationException",
      `the local Scheduler emulator does not know ${method} ${url.pathname}`,
    );
  }
  const input = { ...query, ...bodyOf(body), Name: decodeURIComponent(name) };
  return { operation, input };
};
