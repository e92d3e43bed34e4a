import type { createOrganization as operation } from "../../../core/contract/me";
import type { AnswerOf } from "../../../core/contract/operation";
import type { Directory } from "../../../core/ports/directory";
import type { Registry } from "../../../core/ports/registry";
import { makeOrganization } from "../../shared/make-organization";
import type { ApiRequest } from "../handler";
import { hasOrganization } from "../problems";
import { type FindOrganizationParts, findOrganization } from "./find-organization";

export type CreateOrganizationParts = FindOrganizationParts & {
  readonly directory: Pick<Directory, "findOrganization" | "addOrganization">;
  readonly registry: Pick<Registry, "putOrganization">;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

export const createOrganization = async (
  { actor: { user }, body, note }: ApiRequest<typeof operation>,
  parts: CreateOrganizationParts,
): Promise<AnswerOf<typeof operation>> => {
  // Asked before anything is written; who gets in between is refused by the directory.
  if (user.membership) throw hasOrganization();
  const id = await makeOrganization({ owner: user.id, ...body, at: parts.now() }, parts);
  if (id === "has-one") throw hasOrganization();
  note({ organization: id, target: id, details: body });
  return findOrganization(id, parts);
};
