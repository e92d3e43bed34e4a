import { useSearchParams } from "@solidjs/router";

const listOf = (value: string | string[] | undefined): readonly string[] =>
  value === undefined ? [] : [value].flat();

/** Several filters at once; no value takes one away. */
export type FilterChanges<Name extends string> = Partial<Record<Name, readonly string[]>>;

/**
 * Filters live in the URL: `?model=gpt-4o&model=o3` matches either. An empty value is kept: it
 * looks for what is untagged, or has none.
 */
export const useFilters = <Name extends string>(names: readonly Name[]) => {
  const [search, setSearch] = useSearchParams();
  const get = (name: Name): readonly string[] => listOf(search[name]);
  /** One step of the browser's history, however many change. */
  const change = (changes: FilterChanges<Name>) =>
    setSearch(
      Object.fromEntries(
        Object.entries<readonly string[] | undefined>(changes).map(([name, values]) => [
          name,
          values === undefined || values.length === 0 ? undefined : [...values],
        ]),
      ),
    );
  return {
    names,
    get,
    any: (): boolean => names.some((name) => get(name).length > 0),
    change,
    /** No value takes the filter away. */
    set: (name: Name, values: readonly string[]) =>
      change({ [name]: values } as FilterChanges<Name>),
    clear: () => setSearch(Object.fromEntries(names.map((name) => [name, undefined]))),
    /** As the API's queries take them. */
    query: (): Partial<Record<Name, string[]>> =>
      Object.fromEntries(
        names.flatMap((name) => {
          const values = get(name);
          return values.length === 0 ? [] : [[name, [...values]]];
        }),
      ) as Partial<Record<Name, string[]>>,
  };
};

export type Filters<Name extends string> = ReturnType<typeof useFilters<Name>>;
