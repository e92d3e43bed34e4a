import {
  emptyKey,
  readKeyForm,
  type TypedKey,
  toCreated,
  typedKey,
} from "../../../../frontend/src/pages/keys/read-key-form";
import { keyAnswer } from "./key-answer";

const now = Date.parse("2026-11-24T12:00:00Z");
const clock = { timeZone: "Europe/Berlin", now, expiresOn: "" };
const typed = (more: Partial<TypedKey>): TypedKey => ({
  ...emptyKey(),
  name: "app",
  environment: "dev",
  ...more,
});

const created = (more: Partial<TypedKey>) => {
  const { data } = readKeyForm(typed(more), clock);
  return data && toCreated(data);
};

const problemsOf = (more: Partial<TypedKey>): Record<string, string> => {
  const { error } = readKeyForm(typed(more), clock);
  return Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]),
  );
};

test("a key with nothing but a name and an environment sends nothing else", () => {
  expect(created({})).toEqual({
    name: "app",
    environment: "dev",
  });
});

test("everything that was typed is sent, in the API's units", () => {
  const all = {
    daily: "2.5",
    monthly: "$40",
    requestsPerMinute: "60",
    expiresOn: "2026-12-31",
    routingMode: "cost",
    cascade: true,
    storePromptsDays: "7",
  } as const;
  expect(created(all)).toEqual({
    name: "app",
    environment: "dev",
    budget: { dailyMicroUsd: 2_500_000, monthlyMicroUsd: 40_000_000 },
    requestsPerMinute: 60,
    // The end of the day in Berlin.
    expiresAt: "2026-12-31T23:00:00.000Z",
    routingMode: "cost",
    cascade: true,
    storePromptsDays: 7,
  });
});

test.each([
  { field: "name", more: { name: "  " } },
  { field: "environment", more: { environment: "" } },
  { field: "daily", more: { daily: "0.0000001" } },
  { field: "monthly", more: { monthly: "much" } },
  { field: "requestsPerMinute", more: { requestsPerMinute: "1.5" } },
  { field: "requestsPerMinute", more: { requestsPerMinute: "0" } },
  { field: "expiresOn", more: { expiresOn: "2026-11-23" } },
  { field: "storePromptsDays", more: { storePromptsDays: "91" } },
])("what is wrong with $field stands under it", ({ field, more }) => {
  expect(Object.keys(problemsOf(more))).toEqual([field]);
});

test("today is a last day, as it is not over yet", () => {
  expect(readKeyForm(typed({ expiresOn: "2026-11-24" }), clock).data?.expiresAt).toBe(
    "2026-11-24T23:00:00.000Z",
  );
});

test("a last day that is over and was not touched is no problem, and is not sent", () => {
  const key = keyAnswer({ expiresAt: "2026-11-01T10:30:00.000Z" });
  const before = typedKey(key, "Europe/Berlin");
  const read = readKeyForm(before, { ...clock, expiresOn: before.expiresOn });
  expect(read.data).toMatchObject({ name: key.name });
  expect(read.data?.expiresAt).toBeUndefined();
});

test("what is taken away is sent as null", () => {
  const key = keyAnswer({
    expiresAt: "2026-12-31T23:00:00.000Z",
    budget: { dailyMicroUsd: 1, monthlyMicroUsd: 2_500_000 },
    requestsPerMinute: 5,
    routingMode: "off",
    storePromptsDays: 3,
  });
  const before = typedKey(key, "Europe/Berlin");
  expect(before).toMatchObject({ daily: "0.000001", monthly: "2.5", expiresOn: "2026-12-31" });
  const emptied = { ...emptyKey(), name: key.name, environment: key.environment };
  const read = readKeyForm(emptied, { ...clock, expiresOn: before.expiresOn });
  expect(read.data).toMatchObject({
    budget: null,
    requestsPerMinute: null,
    expiresAt: null,
    routingMode: null,
    storePromptsDays: null,
  });
});
