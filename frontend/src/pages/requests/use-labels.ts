import type { FilterName } from "./filter-fields";
import type { Row } from "./merge-rows";

const readers: Readonly<Partial<Record<FilterName, (row: Row) => string>>> = {
  requested: ({ requested }) => requested,
  environment: ({ environment }) => environment,
  status: ({ status }) => String(status),
};

/** What people read for values whose names only rows and lists know. */
export const useLabels = (rows: () => readonly Row[]) => {
  const known = new Map<string, string>();
  return {
    remember: (name: FilterName, value: string, label: string) => {
      if (name === "key") known.set(value, label);
    },
    keyName: (id: string): string | undefined =>
      rows().find(({ key }) => key.id === id)?.key.name ?? known.get(id),
    /** Values of a field in the rows that were loaded. */
    seen: (name: FilterName): readonly string[] => {
      const read = readers[name];
      return read ? [...new Set(rows().map(read))].sort() : [];
    },
  };
};
