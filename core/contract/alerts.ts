import * as z from "zod";
import { defineOperation } from "./define-operation";
import { emailField, instantText, picoUsdText } from "./fields";

const crossingAnswer = z.object({
  id: z.string(),
  /** When the spend of 60 minutes was first seen above the threshold. */
  at: instantText,
  /** When it was seen below again; null: not yet. */
  endedAt: instantText.nullable(),
  thresholdMicroUsd: z.number(),
  /** pUSD: the highest sum of 60 minutes that was seen. */
  peak: picoUsdText,
  /** Who spent most of it; null: untagged. */
  customer: z.string().nullable(),
  recipients: z.array(z.string()),
});

export type CrossingAnswer = z.infer<typeof crossingAnswer>;

export const alertAnswer = z.object({
  /** 0: off. */
  thresholdMicroUsd: z.number(),
  recipients: z.array(z.string()),
  state: z.enum(["off", "armed", "fired"]),
  firedAt: instantText.nullable(),
  /** Of the last 60 minutes, oldest first; pUSD. */
  minutes: z.array(z.object({ start: instantText, cost: picoUsdText })),
  sum: picoUsdText,
  /** For existing monitoring; null where the stage has none. */
  topicArn: z.string().nullable(),
  eventSource: z.string(),
});

export type AlertAnswer = z.infer<typeof alertAnswer>;

export const getAlert = defineOperation({
  id: "alerts.get",
  method: "GET",
  path: "/api/alerts",
  summary: "The spend alert, what it says at the moment, and the spend of the last 60 minutes",
  least: "viewer",
  answer: alertAnswer,
});

export const putAlert = defineOperation({
  id: "alerts.put",
  method: "PUT",
  path: "/api/alerts",
  summary: "Sets threshold and recipients; 0 switches the alert off",
  least: "admin",
  body: z.strictObject({
    thresholdMicroUsd: z.int().nonnegative().max(1_000_000_000_000_000),
    /** None: all owners and admins. */
    recipients: z.array(emailField).max(20),
  }),
  answer: alertAnswer,
});

export const testAlert = defineOperation({
  id: "alerts.test",
  method: "POST",
  path: "/api/alerts/test",
  summary: "Sends the alert's e-mail, message and event, marked as a test",
  least: "admin",
  answer: z.object({ recipients: z.array(z.string()) }),
});

export const listCrossings = defineOperation({
  id: "alerts.crossings",
  method: "GET",
  path: "/api/alerts/crossings",
  summary: "When the alert fired, the newest 100",
  least: "viewer",
  answer: z.object({ crossings: z.array(crossingAnswer) }),
});

export const alertOperations = [getAlert, putAlert, testAlert, listCrossings] as const;
