import type { Catalog } from "../../../core/catalog/catalog";
import type { Directory } from "../../../core/ports/directory";
import type { Registry } from "../../../core/ports/registry";

/** What the handlers of an organization's settings ask of the world. */
export type OrganizationParts = {
  readonly registry: Pick<Registry, "findOrganization" | "updateOrganization">;
  readonly directory: Pick<Directory, "findOrganization">;
  readonly catalog: Catalog;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};
