import type { ModelAnswer } from "../../../../core/contract/models";
import { providerLabel } from "../../../../core/contract/provider-label";
import { modelStatuses } from "./status-labels";

export const sortColumns = [
  "model",
  "provider",
  "input",
  "output",
  "typical",
  "updated",
  "status",
] as const;

export type SortColumn = (typeof sortColumns)[number];
export type ModelSort = { readonly column: SortColumn; readonly descending: boolean };

const names = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

type Key = string | number | null;

const keyOf: Readonly<Record<SortColumn, (model: ModelAnswer) => Key>> = {
  model: ({ name }) => name,
  provider: ({ provider }) => providerLabel(provider),
  input: ({ prices }) => prices?.input ?? null,
  output: ({ prices }) => prices?.output ?? null,
  // Far below what a number holds exactly: a typical request costs less than $9,007.
  typical: ({ typical }) => (typical === null ? null : Number(typical)),
  updated: ({ updatedOn }) => (updatedOn === "" ? null : updatedOn),
  status: ({ status }) => modelStatuses.indexOf(status),
};

const compareKeys = (a: Key, b: Key): number =>
  typeof a === "number" && typeof b === "number" ? a - b : names.compare(String(a), String(b));

/** What is unknown comes last in either direction; equals keep their order. */
export const sortModels = (
  models: readonly ModelAnswer[],
  sort: ModelSort | undefined,
): readonly ModelAnswer[] => {
  if (!sort) return models;
  const key = keyOf[sort.column];
  const sign = sort.descending ? -1 : 1;
  return models.toSorted((one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * compareKeys(a, b);
  });
};

/** "typical", or "-typical" for the dearest first: as the URL has it. */
export const readSort = (text: unknown): ModelSort | undefined => {
  if (typeof text !== "string") return undefined;
  const descending = text.startsWith("-");
  const name = descending ? text.slice(1) : text;
  const column = sortColumns.find((one) => one === name);
  return column && { column, descending };
};

export const writeSort = (sort: ModelSort | undefined): string | undefined =>
  sort && `${sort.descending ? "-" : ""}${sort.column}`;

/** Up, down, and back to the catalog's own order. */
export const nextSort = (
  present: ModelSort | undefined,
  column: SortColumn,
): ModelSort | undefined => {
  if (present?.column !== column) return { column, descending: false };
  return present.descending ? undefined : { column, descending: true };
};
