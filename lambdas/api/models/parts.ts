import type { Catalog } from "../../../core/catalog/catalog";
import type { Registry } from "../../../core/ports/registry";

/** What the model catalog's handlers ask of the world. */
export type ModelsParts = {
  readonly registry: Pick<Registry, "findOrganization" | "updateOrganization" | "listCredentials">;
  readonly catalog: Catalog;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};
