import { useSearchParams } from "@solidjs/router";

const listOf = (value: string | string[] | undefined): readonly string[] =>
  value === undefined ? [] : [value].flat();

/**
 * Filters live in the URL: `?model=gpt-4o&model=o3` matches either. An empty value is kept: it
 * looks for what is untagged, or has none.
 */
export const useFilters = <Name extends string>(names: readonly Name[]) => {
  const [search, setSearch] = useSearchParams();
  const get = (name: Name): readonly string[] => listOf(search[name]);
  return {
    names,
    get,
    any: (): boolean => names.some((name) => get(name).length > 0),
    /** No value takes the filter away. */
    set: (name: Name, values: readonly string[]) =>
      setSearch({ [name]: values.length === 0 ? undefined : [...values] }),
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
