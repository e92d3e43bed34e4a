import * as z from "zod";

/** Without any of them no payments are set up; some without the others are a slip. */
const required = [
  "STRIPE_SECRET_KEY",
  "STRIPE_WEBHOOK_SECRET",
  "STRIPE_PRICE_PRO",
  "STRIPE_PRICE_TEAM",
] as const;

/** How payments are set up, if they are: all of it or nothing. */
export const stripeEnvSchema = z
  .object({
    STRIPE_SECRET_KEY: z.string().min(1).optional(),
    STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
    /** Ids of monthly prices, such as `price_1Q…`. */
    STRIPE_PRICE_PRO: z.string().min(1).optional(),
    STRIPE_PRICE_TEAM: z.string().min(1).optional(),
    /** For tests; absent: Stripe's own address. */
    STRIPE_API_BASE: z.url().optional(),
  })
  .transform((env, context) => {
    const missing = required.filter((name) => env[name] === undefined);
    if (missing.length === required.length) return undefined;
    const {
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_PRICE_PRO: pro,
      STRIPE_PRICE_TEAM: team,
      STRIPE_API_BASE: apiBase,
    } = env;
    if (!secretKey || !webhookSecret || !pro || !team) {
      context.addIssue({
        code: "custom",
        message: `payments lack ${missing.join(", ")}; set all of ${required.join(", ")}, or none`,
      });
      return z.NEVER;
    }
    return {
      secretKey,
      webhookSecret,
      prices: { pro, team },
      ...(apiBase !== undefined && { apiBase }),
    };
  });
