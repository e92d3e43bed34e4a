type Fields = Readonly<Record<string, unknown>>;

/** Notes the path of a field that can't be said in any other dialect. */
export type Bind = (path: string) => void;

/** Binds each field of an object that is none of the known ones and says something. */
export const bindUnknown = (
  fields: Fields,
  known: ReadonlySet<string>,
  path: string,
  bind: Bind,
): void => {
  for (const field of Object.keys(fields)) {
    if (!known.has(field) && fields[field] != null) bind(`${path}.${field}`);
  }
};
