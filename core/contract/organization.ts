import * as z from "zod";
import { routingModes } from "../routing/mode";
import { defineOperation } from "./define-operation";
import { instantText, line, offerField, timeZoneField } from "./fields";
import { budgetField, requestsPerMinuteField } from "./limits";

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

export const organizationOperations = [getOrganization, updateOrganization] as const;
