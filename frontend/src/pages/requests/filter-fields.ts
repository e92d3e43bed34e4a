import { endpoints, routingModes } from "../../../../core/contract/choices";
import { filterText } from "../../../../core/contract/fields";
import type { SentOf } from "../../../../core/contract/operation";
import type { listRequests } from "../../../../core/contract/requests";
import { type UsageDimension, usageDimensions } from "../../../../core/contract/usage";

/** Every filter of requests, by its name in the URL and in the API, as it is offered. */
export const filterNames = [
  "customer",
  "feature",
  "model",
  "requested",
  "moved",
  "provider",
  "key",
  "environment",
  "task",
  "mode",
  "endpoint",
  "outcome",
  "status",
] as const;

export type FilterName = (typeof filterNames)[number];

export const filterTitles: Readonly<Record<FilterName, string>> = {
  customer: "Customer",
  feature: "Feature",
  model: "Model used",
  requested: "Model requested",
  moved: "Rerouted",
  provider: "Provider",
  key: "Key",
  environment: "Environment",
  task: "Task",
  mode: "Routing",
  endpoint: "Endpoint",
  outcome: "Outcome",
  status: "Status",
};

export type FilterChoice = { readonly value: string; readonly label: string };

export const outcomeWords = {
  ok: "OK",
  error: "Failed",
  cancelled: "Cancelled",
  timeout: "Timed out",
} as const;

const same = (values: readonly string[]): readonly FilterChoice[] =>
  values.map((value) => ({ value, label: value }));

/** The whole list of values where there is one. */
export const fixedChoices: Readonly<Partial<Record<FilterName, readonly FilterChoice[]>>> = {
  moved: [
    { value: "true", label: "Another model answered" },
    { value: "false", label: "The model asked for answered" },
  ],
  mode: [...same(routingModes), { value: "", label: "No mode" }],
  endpoint: same(endpoints),
  outcome: Object.entries(outcomeWords).map(([value, label]) => ({ value, label })),
};

export const isDimension = (name: FilterName): name is FilterName & UsageDimension =>
  (usageDimensions as readonly string[]).includes(name);

const withoutValue: Readonly<Partial<Record<FilterName, string>>> = {
  customer: "Untagged",
  feature: "Untagged",
  model: "No model reached",
  provider: "No provider reached",
  task: "Not classified",
};

/** What people read for a filter's value; a key's name is known by those who have its rows. */
export const choiceLabel = (name: FilterName, value: string): string =>
  fixedChoices[name]?.find((choice) => choice.value === value)?.label ??
  (value === "" ? (withoutValue[name] ?? "None") : value);

export type RequestFilters = Omit<
  SentOf<typeof listRequests>["query"],
  "from" | "to" | "limit" | "cursor"
>;

const mostValues = 50;

/**
 * The URL's filters as the API takes them; what it would refuse is left out, as a link may be
 * mistyped.
 */
export const readFilters = (get: (name: FilterName) => readonly string[]): RequestFilters => {
  const pairs = filterNames.flatMap((name): [string, string | string[]][] => {
    const known = [...new Set(get(name))].filter((value) => filterText.safeParse(value).success);
    if (name === "moved") {
      const moved = known.find((value) => value === "true" || value === "false");
      return moved === undefined ? [] : [[name, moved]];
    }
    return known.length === 0 ? [] : [[name, known.slice(0, mostValues)]];
  });
  return Object.fromEntries(pairs);
};
