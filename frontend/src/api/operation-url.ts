import type { Operation, SentOf } from "../../../core/contract/operation";

type Value = string | number | boolean | undefined;
type Fields = Readonly<Record<string, Value | readonly Value[]>>;

const queryOf = (query: Fields): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((one): [string, string][] => (one === undefined ? [] : [[name, String(one)]])),
  );
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs).toString()}`;
};

/** Path and query of a call; a list becomes a repeated name. */
export const operationUrl = <O extends Operation>(
  operation: O,
  sent: Partial<SentOf<O>>,
): string => {
  const { params = {}, query = {} }: { readonly params?: Fields; readonly query?: Fields } =
    sent as object;
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent([params[name] ?? ""].flat().join()),
  );
  return `${path}${queryOf(query)}`;
};
