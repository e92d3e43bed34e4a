import * as z from "zod";
import { routingModes } from "../routing/mode";
import { defineOperation } from "./define-operation";
import { instantField, instantText, keyIdField, line, picoUsdText } from "./fields";
import { budgetField, requestsPerMinuteField } from "./limits";

const nameField = line(100);
const environmentField = line(40);
/** How many days prompts and answers are kept, encrypted. */
const storePromptsField = z.int().positive().max(90);

/** A SmashCost key as it is shown: never more of the key itself than its last four characters. */
export const keyAnswer = z.object({
  id: z.string(),
  name: z.string(),
  environment: z.string(),
  last4: z.string(),
  status: z.enum(["active", "revoked", "expired"]),
  createdAt: instantText,
  createdBy: z.string().nullable(),
  expiresAt: instantText.nullable(),
  revokedAt: instantText.nullable(),
  /** Of its latest request; null: never, or not for a long time. */
  lastUsedAt: instantText.nullable(),
  routingMode: z.enum(routingModes).nullable(),
  cascade: z.boolean(),
  storePromptsDays: z.number().nullable(),
  budget: z.object({
    dailyMicroUsd: z.number().nullable(),
    monthlyMicroUsd: z.number().nullable(),
  }),
  requestsPerMinute: z.number().nullable(),
  /** pUSD of this day, of this month, and of the last 30 days, in the organization's time zone. */
  spend: z.object({ day: picoUsdText, month: picoUsdText, last30Days: picoUsdText }),
});

export type KeyAnswer = z.infer<typeof keyAnswer>;

const keyParams = z.strictObject({ key: keyIdField });

export const listKeys = defineOperation({
  id: "keys.list",
  method: "GET",
  path: "/api/keys",
  summary: "All keys, the live ones first, then by what they spent in 30 days",
  least: "viewer",
  answer: z.object({ keys: z.array(keyAnswer) }),
});

export const createKey = defineOperation({
  id: "keys.create",
  method: "POST",
  path: "/api/keys",
  summary: "Creates a key, which is shown in this answer and never again",
  least: "member",
  body: z.strictObject({
    name: nameField,
    environment: environmentField,
    expiresAt: instantField.optional(),
    routingMode: z.enum(routingModes).optional(),
    cascade: z.boolean().optional(),
    storePromptsDays: storePromptsField.optional(),
    budget: budgetField.optional(),
    requestsPerMinute: requestsPerMinuteField.optional(),
  }),
  answer: z.object({ key: keyAnswer, secret: z.string() }),
  status: 201,
});

export const updateKey = defineOperation({
  id: "keys.update",
  method: "PATCH",
  path: "/api/keys/{key}",
  summary: "Changes what is given; null takes a setting away",
  least: "member",
  params: keyParams,
  body: z
    .strictObject({
      name: nameField,
      environment: environmentField,
      expiresAt: instantField.nullable(),
      routingMode: z.enum(routingModes).nullable(),
      cascade: z.boolean(),
      storePromptsDays: storePromptsField.nullable(),
      budget: budgetField.nullable(),
      requestsPerMinute: requestsPerMinuteField.nullable(),
    })
    .partial(),
  answer: keyAnswer,
});

export const revokeKey = defineOperation({
  id: "keys.revoke",
  method: "POST",
  path: "/api/keys/{key}/revoke",
  summary: "Stops a key within one second, for good",
  least: "member",
  params: keyParams,
  answer: keyAnswer,
});

export const keyOperations = [listKeys, createKey, updateKey, revokeKey] as const;
