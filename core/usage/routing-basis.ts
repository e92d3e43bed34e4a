import * as z from "zod";
import { providerIds } from "../catalog/provider-id";

/** What a request needed, by name: the flags of `RequestNeeds`, and `unportable` for any such field. */
export const needNames = [
  "tools",
  "image",
  "audioIn",
  "audioOut",
  "pdf",
  "jsonSchema",
  "reasoning",
  "logprobs",
  "temperature",
  "stop",
  "unportable",
] as const;

/** Who set the mode: the request's own header, its key, or the organization. */
export const modeSources = ["request", "key", "organization"] as const;

export type ModeSource = (typeof modeSources)[number];

const cacheSchema = z.strictObject({
  /** `provider/model`. */
  offer: z.string(),
  cachedTokens: z.number(),
  /** Milliseconds after the request came in; of one that was lost already, below zero. */
  expiresInMs: z.number(),
});

/**
 * What a decision rested on beside the event's own fields (model, mode, time, task, difficulty,
 * classifier, catalog): enough to decide anew, and never a word of the request.
 */
export const routingBasisSchema = z.strictObject({
  /** `provider/model` that was chosen; absent where the request was refused. */
  choice: z.string().optional(),
  modeFrom: z.enum(modeSources),
  confidence: z.number(),
  /** Probabilities of the twelve tasks, in per mille. */
  chances: z.array(z.int()),
  /** Of small, mid-size and large models, in log-odds. */
  shifts: z.array(z.number()),
  /** How unlike the classifier's training the request is; absent: not at all. */
  unsure: z.number().optional(),
  needs: z.array(z.enum(needNames)),
  /** Tokens, estimated. */
  inputTokens: z.number(),
  /** The caller's ceiling in tokens. */
  maxOutput: z.number().optional(),
  choices: z.number(),
  /** The caller marked what is to be cached, for so long at least. */
  cacheAsked: z.enum(["5m", "1h"]).optional(),
  /** Where the conversation was answered last and before, the latest first, and what is cached there. */
  caches: z.array(cacheSchema).min(1).optional(),
  /** The first of these called tools whose answers are in the request. */
  inToolLoop: z.literal(true).optional(),
  /** Those that could be called. */
  providers: z.array(z.enum(providerIds)),
  /** Of these, those that kept failing at the moment. */
  openCircuits: z.array(z.enum(providerIds)).optional(),
  /** Providers that could not be told all of it, as `provider` or `provider:dialect`. */
  untranslatable: z.array(z.string()).optional(),
  /** Models of other providers that could not, as `core/routing/decision-basis` marks them, joined. */
  untranslatableModels: z.string().optional(),
  /** As `core/routing/policy-text` writes them; absent where nothing was set or said. */
  settings: z.string().optional(),
  feedback: z.string().optional(),
});

export type RoutingBasis = z.infer<typeof routingBasisSchema>;
