import type { KeyRecord } from "../ports/access-store";

/** What keys are called, revoked ones as well; one that is not there any more by its id. */
export const keyNames = (
  keys: readonly Pick<KeyRecord, "id" | "name">[],
): ((id: string) => string) => {
  const names = new Map<string, string>(keys.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
};
