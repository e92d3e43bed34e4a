import * as z from "zod";

/** Timers hold 2^31 ms, and an answer that comes whole may take four times the first-token limit. */
const mostMilliseconds = 500_000_000;

const milliseconds = (byDefault: number) =>
  z.coerce.number().int().positive().max(mostMilliseconds).default(byDefault);

/** What the gateway is told by its environment: written by the stacks, read at start. */
export const gatewayEnvSchema = z.object({
  ACCESS_TABLE: z.string().min(1),
  LIMITS_TABLE: z.string().min(1),
  /** Where a scored request is looked up. */
  USAGE_TABLE: z.string().min(1),
  USAGE_QUEUE_URL: z.url(),
  /** Under which data keys for prompts are drawn; the vault's key is another. */
  PROMPT_KEY_ID: z.string().min(1),
  /** How long a provider may take to its first token, between two pieces, and in total. */
  TIMEOUT_FIRST_TOKEN_MS: milliseconds(120_000),
  TIMEOUT_SILENCE_MS: milliseconds(120_000),
  TIMEOUT_TOTAL_MS: milliseconds(600_000),
});
