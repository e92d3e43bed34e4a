import * as z from "zod";
import { routingModes } from "../routing/mode";
import { defineOperation } from "./define-operation";
import { instantText, line, offerField, timeZoneField } from "./fields";
import { budgetField, requestsPerMinuteField } from "./limits";
import { roles } from "./role";

export const organizationAnswer = z.object({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  createdAt: instantText,
  routingMode: z.enum(routingModes),
  /** What `auto` is compared with; null: the saving of `auto` is unknown. */
  baselineModel: z.string().nullable(),
  budget: z.object({
    dailyMicroUsd: z.number().nullable(),
    monthlyMicroUsd: z.number().nullable(),
  }),
  requestsPerMinute: z.number().nullable(),
  /** How many days each request's row is kept; null: for good. Totals are kept for good. */
  retentionDays: z.number().nullable(),
  /** Whether keys may store prompts at all. */
  promptStorage: z.boolean(),
});

export type OrganizationAnswer = z.infer<typeof organizationAnswer>;

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

export const getOrganization = defineOperation({
  id: "organization.get",
  method: "GET",
  path: "/api/organization",
  summary: "The organization and its settings",
  least: "viewer",
  answer: organizationAnswer,
});

export const updateOrganization = defineOperation({
  id: "organization.update",
  method: "PATCH",
  path: "/api/organization",
  summary: "Changes the settings that are given; null takes one away",
  least: "admin",
  body: z
    .strictObject({
      name: line(100),
      timeZone: timeZoneField,
      routingMode: z.enum(routingModes),
      baselineModel: offerField.nullable(),
      budget: budgetField.nullable(),
      requestsPerMinute: requestsPerMinuteField.nullable(),
      retentionDays: z.int().min(1).max(3_650).nullable(),
      promptStorage: z.boolean(),
    })
    .partial(),
  answer: organizationAnswer,
});

export const organizationOperations = [
  getMe,
  refreshMe,
  signOutEverywhere,
  leaveOrganization,
  createOrganization,
  getOrganization,
  updateOrganization,
] as const;
