import type { meOperations } from "../../../core/contract/me";
import type { HandlersOf } from "../handler";
import { type CreateOrganizationParts, createOrganization } from "./create-organization";
import { type GetMeParts, getMe } from "./get-me";
import { type LeaveParts, leaveOrganization } from "./leave-organization";
import { type RefreshParts, refreshMe } from "./refresh-me";
import { type SignOutParts, signOutEverywhere } from "./sign-out-everywhere";

export type MeParts = GetMeParts &
  RefreshParts &
  SignOutParts &
  LeaveParts &
  CreateOrganizationParts;

export const createMeHandlers = (parts: MeParts): HandlersOf<typeof meOperations> => ({
  "me.get": (request) => getMe(request, parts),
  "me.refresh": (request) => refreshMe(request, parts),
  "me.sign-out-everywhere": (request) => signOutEverywhere(request, parts),
  "me.leave": (request) => leaveOrganization(request, parts),
  "organization.create": (request) => createOrganization(request, parts),
});
