import * as z from "zod";
import { defineOperation } from "./define-operation";
import { instantText, line, timeZoneField } from "./fields";
import { organizationAnswer } from "./organization";
import { roles } from "./role";

export const getMe = defineOperation({
  id: "me.get",
  method: "GET",
  path: "/api/me",
  summary: "Who is signed in, and in which organization with which role",
  least: "signed-in",
  answer: z.object({
    user: z.object({ id: z.string(), email: z.string(), createdAt: instantText }),
    membership: z
      .object({ role: z.enum(roles), since: instantText, organization: organizationAnswer })
      .nullable(),
  }),
});

export const refreshMe = defineOperation({
  id: "me.refresh",
  method: "POST",
  path: "/api/me/refresh",
  summary: "Takes over the e-mail address that was changed and verified with the sign-in service",
  least: "signed-in",
  answer: z.object({ email: z.string() }),
});

export const signOutEverywhere = defineOperation({
  id: "me.sign-out-everywhere",
  method: "POST",
  path: "/api/me/sign-out-everywhere",
  summary: "Ends every session of the user, this one as well",
  least: "signed-in",
  status: 204,
});

export const leaveOrganization = defineOperation({
  id: "me.leave",
  method: "POST",
  path: "/api/me/leave",
  summary: "Leaves the organization; the last owner can't",
  least: "viewer",
  status: 204,
});

export const createOrganization = defineOperation({
  id: "organization.create",
  method: "POST",
  path: "/api/organization",
  summary: "Makes an organization for a user who has none, with the user as its owner",
  least: "signed-in",
  body: z.strictObject({ name: line(100), timeZone: timeZoneField }),
  answer: organizationAnswer,
  status: 201,
});

/** What somebody does for themselves: also before they are in an organization. */
export const meOperations = [
  getMe,
  refreshMe,
  signOutEverywhere,
  leaveOrganization,
  createOrganization,
] as const;
