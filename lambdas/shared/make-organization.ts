import type { UserId } from "../../core/contract/fields";
import type { OrganizationId } from "../../core/ids";
import { drawOrganizationId } from "../../core/keys/key-format";
import type { Directory } from "../../core/ports/directory";
import type { Registry } from "../../core/ports/registry";

type NewOrganization = {
  readonly owner: UserId;
  readonly name: string;
  readonly timeZone: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
};

type MakeParts = {
  readonly registry: Pick<Registry, "putOrganization">;
  readonly directory: Pick<Directory, "addOrganization">;
  readonly randomBytes: (count: number) => Uint8Array;
};

/**
 * Makes an organization with its first owner. Settings come first: an organization that somebody is
 * in always has some.
 */
export const makeOrganization = async (
  { owner, name, timeZone, at }: NewOrganization,
  { registry, directory, randomBytes }: MakeParts,
): Promise<OrganizationId | "has-one"> => {
  const id = drawOrganizationId(randomBytes);
  await registry.putOrganization({
    id,
    name,
    timeZone,
    routingMode: "balanced",
    disabledOffers: [],
    priceOverrides: {},
  });
  const outcome = await directory.addOrganization(id, owner, at);
  return outcome === "has-one" ? outcome : id;
};
