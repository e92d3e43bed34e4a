import type { ModelAnswer } from "../../../../core/contract/models";
import { providerLabel } from "../../../../core/contract/provider-label";

export type CatalogFilter = {
  /** Words that name and id must hold, each anywhere. */
  readonly search: string;
  /** Any of these; none: all. */
  readonly providers: readonly string[];
  readonly statuses: readonly string[];
};

const anyOf = (values: readonly string[], value: string): boolean =>
  values.length === 0 || values.includes(value);

/**
 * The models that a filter leaves, in their order.
 *
 * @param kept - offers that stay although their status is another one now: what was just switched
 * must not vanish under the pointer.
 */
export const matchModels = (
  models: readonly ModelAnswer[],
  { search, providers, statuses }: CatalogFilter,
  kept: ReadonlySet<string> = new Set(),
): readonly ModelAnswer[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return models.filter(({ offer, name, provider, status }) => {
    if (!anyOf(providers, provider)) return false;
    if (!anyOf(statuses, status) && !kept.has(offer)) return false;
    const text = `${name} ${offer} ${providerLabel(provider)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};
