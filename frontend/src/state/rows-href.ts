type Values = string | readonly string[] | undefined;

/**
 * Where the rows of a figure are: requests under the same filters, in the same period.
 *
 * @param fields - later ones go before earlier ones of the same name; no value takes one away.
 */
export const rowsHref = (...fields: readonly Readonly<Record<string, Values>>[]): string => {
  const pairs = Object.entries<Values>(Object.assign({}, ...fields)).flatMap(([name, values]) =>
    values === undefined ? [] : [values].flat().map((value) => [name, value as string]),
  );
  return pairs.length === 0 ? "/requests" : `/requests?${new URLSearchParams(pairs).toString()}`;
};
