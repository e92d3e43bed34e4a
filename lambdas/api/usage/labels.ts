import { providerLabel } from "../../../core/catalog/provider-label";
import type { UsageDimension } from "../../../core/contract/usage";
import type { KeyRecord } from "../../../core/ports/access-store";

export type NamedKey = Pick<KeyRecord, "id" | "name" | "last4">;

/** What people read for a value of a dimension. */
export type LabelOf = (dimension: UsageDimension, value: string) => string;

const withoutValue: Readonly<Record<UsageDimension, string>> = {
  customer: "Untagged",
  feature: "Untagged",
  model: "No model reached",
  provider: "No provider reached",
  key: "No key",
  task: "Not classified",
};

/** Names that several keys have are told apart by the keys' last characters. */
const namesOf = (keys: readonly NamedKey[]): ReadonlyMap<string, string> => {
  const often = new Map<string, number>();
  for (const { name } of keys) often.set(name, (often.get(name) ?? 0) + 1);
  return new Map(
    keys.map(({ id, name, last4 }) => [
      id,
      (often.get(name) ?? 0) > 1 ? `${name} (…${last4})` : name,
    ]),
  );
};

/** @param keys - revoked ones as well; one that is unknown is shown by its id. */
export const createLabels = (keys: readonly NamedKey[]): LabelOf => {
  const names = namesOf(keys);
  return (dimension, value) => {
    if (value === "") return withoutValue[dimension];
    if (dimension === "key") return names.get(value) ?? value;
    return dimension === "provider" ? providerLabel(value) : value;
  };
};
