import * as z from "zod";
import { defineOperation } from "./define-operation";
import { instantText } from "./fields";

export const planNames = ["self-hosted", "free", "pro", "team"] as const;

export const paidPlans = ["pro", "team"] as const;

const usedAnswer = z.object({
  used: z.number(),
  /** null: unlimited. */
  limit: z.number().nullable(),
});

export const planAnswer = z.object({
  plan: z.enum(planNames),
  /** `self-hosted` where no payments are set up. */
  status: z.enum(["self-hosted", "free", "active", "past-due", "ending"]),
  /** When the paid period ends; null: there is none. */
  periodEndsAt: instantText.nullable(),
  /** What holds after it; null: the same. */
  nextPlan: z.enum(planNames).nullable(),
  usage: z.object({ requests: usedAnswer, keys: usedAnswer, members: usedAnswer }),
  plans: z.array(
    z.object({
      plan: z.enum(planNames),
      monthlyMicroUsd: z.number(),
      requests: z.number().nullable(),
      keys: z.number().nullable(),
      members: z.number().nullable(),
    }),
  ),
});

export type PlanAnswer = z.infer<typeof planAnswer>;

export const getPlan = defineOperation({
  id: "plan.get",
  method: "GET",
  path: "/api/plan",
  summary: "The plan, what of it is used, and the others",
  least: "viewer",
  answer: planAnswer,
});

export const startCheckout = defineOperation({
  id: "plan.checkout",
  method: "POST",
  path: "/api/plan/checkout",
  summary: "Where to pay for a plan",
  least: "owner",
  body: z.strictObject({ plan: z.enum(paidPlans) }),
  answer: z.object({ url: z.url() }),
});

export const openPortal = defineOperation({
  id: "plan.portal",
  method: "POST",
  path: "/api/plan/portal",
  summary: "Where invoices and cards are kept",
  least: "owner",
  answer: z.object({ url: z.url() }),
});

export const cancelPlan = defineOperation({
  id: "plan.cancel",
  method: "POST",
  path: "/api/plan/cancel",
  summary: "Ends the plan when its paid period does",
  least: "owner",
  answer: planAnswer,
});

export const resumePlan = defineOperation({
  id: "plan.resume",
  method: "POST",
  path: "/api/plan/resume",
  summary: "Takes a cancellation back before the period ends",
  least: "owner",
  answer: planAnswer,
});

/** Read as it came: its signature is over the very bytes. */
export const stripeWebhook = defineOperation({
  id: "plan.webhook",
  method: "POST",
  path: "/api/stripe/webhook",
  summary: "What Stripe tells; by its signature only",
  least: "public",
  body: z.string().max(1_000_000),
  status: 204,
});

export const planOperations = [
  getPlan,
  startCheckout,
  openPortal,
  cancelPlan,
  resumePlan,
  stripeWebhook,
] as const;
