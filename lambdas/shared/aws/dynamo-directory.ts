import type { Directory } from "../../../core/ports/directory";
import { createInvites } from "./dynamo-directory-invites";
import type { DirectoryParts } from "./dynamo-directory-items";
import { createMembers } from "./dynamo-directory-members";
import { createOrganizations } from "./dynamo-directory-organizations";
import { createUsers } from "./dynamo-directory-users";

/**
 * People, organizations and invites in the `control` table (`dynamo-directory-items` names its
 * items). One item tells a user's organization and role, so that each request reads it in one
 * consistent `GetItem`; whatever has a copy changes together with it in one transaction.
 */
export const createDynamoDirectory = (parts: DirectoryParts): Directory => ({
  ...createUsers(parts),
  ...createOrganizations(parts),
  ...createMembers(parts),
  ...createInvites(parts),
});
