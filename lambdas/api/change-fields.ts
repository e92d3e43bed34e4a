/** A record with the fields that are given in the place of its own; null takes one away. */
export const changeFields = <T extends object>(
  present: T,
  given: { readonly [K in keyof T]?: T[K] | null | undefined },
): T => {
  const entries = Object.entries({ ...present, ...definedOf(given) });
  return Object.fromEntries(entries.filter(([, value]) => value !== null)) as T;
};

/** What is undefined was not given. */
const definedOf = (given: object): object =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** A budget without a limit is none. */
export const orNone = <B extends object>(budget: B | null | undefined): B | null | undefined =>
  budget && Object.values(budget).every((limit) => limit === undefined) ? null : budget;
