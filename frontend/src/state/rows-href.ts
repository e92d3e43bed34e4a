type Values = string | readonly string[] | undefined;

type Fields = Readonly<Record<string, Values>>;

const merged = (fields: readonly Fields[]): ReadonlyMap<string, Values> =>
  new Map(fields.flatMap((one) => Object.entries(one)));

/**
 * Where the rows of a figure are: requests under the same filters, in the same period.
 *
 * @param fields - later ones go before earlier ones of the same name; no value takes one away.
 */
export const rowsHref = (...fields: readonly Fields[]): string => {
  const pairs = [...merged(fields)].flatMap(([name, values]) =>
    values === undefined ? [] : [values].flat().map((value) => [name, value]),
  );
  return pairs.length === 0 ? "/requests" : `/requests?${new URLSearchParams(pairs).toString()}`;
};
