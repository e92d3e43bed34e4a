import * as z from "zod";
import { providerOf, reachOf } from "./models-dev-provider";

const rates = {
  input: z.number().optional(),
  output: z.number().optional(),
  cache_read: z.number().optional(),
  cache_write: z.number().optional(),
  reasoning: z.number().optional(),
};

const costSchema = z.object({
  ...rates,
  cached_input: z.number().optional(),
  input_audio: z.number().optional(),
  request: z.number().optional(),
  citation: z.number().optional(),
  tiers: z.array(z.object({ ...rates, tier: z.object({ size: z.int() }) })).optional(),
});

const factsSchema = z.object({
  name: z.string().optional(),
  family: z.string().optional(),
  release_date: z.string().optional(),
  reasoning: z.boolean().optional(),
  temperature: z.boolean().optional(),
  tool_call: z.boolean().optional(),
  structured_output: z.boolean().optional(),
  limit: z
    .object({
      context: z.number().optional(),
      input: z.number().optional(),
      output: z.number().optional(),
    })
    .optional(),
  modalities: z
    .object({ input: z.array(z.string()).optional(), output: z.array(z.string()).optional() })
    .optional(),
});

const benchmarkSchema = z.object({
  name: z.string(),
  score: z.number(),
  metric: z.string().optional(),
});

const snapshotSchema = z.object({
  offers: z.array(
    factsSchema.extend({
      provider: z.union([z.string(), z.object({ npm: z.string(), api: z.string().optional() })]),
      id: z.string(),
      base_model: z.string().optional(),
      base_model_omit: z.array(z.string()).optional(),
      status: z.string().optional(),
      cost: costSchema.optional(),
    }),
  ),
  models: z.record(
    z.string(),
    factsSchema.extend({ benchmarks: z.array(benchmarkSchema).optional() }),
  ),
});

type Snapshot = z.infer<typeof snapshotSchema>;
export type ModelsDevCost = z.infer<typeof costSchema>;
export type Benchmark = z.infer<typeof benchmarkSchema>;
/** A row with its provider's id as ours and the fields of its base model filled in. */
export type ModelsDevRow = ReturnType<typeof toRow>;
export type ModelsDev = {
  readonly rows: readonly ModelsDevRow[];
  readonly models: Snapshot["models"];
};

const toRow = (raw: Snapshot["offers"][number], models: Snapshot["models"]) => {
  const base = raw.base_model === undefined ? undefined : models[raw.base_model];
  if (raw.base_model !== undefined && base === undefined)
    throw new Error(`offer ${raw.id} has the unknown base model "${raw.base_model}"`);
  const merged = { ...base, ...raw, limit: { ...base?.limit, ...raw.limit } };
  const omitted = new Set(raw.base_model_omit);
  const modalities = { ...base?.modalities, ...raw.modalities };
  return {
    ...merged,
    provider: providerOf(raw.provider),
    modalities: { input: modalities.input ?? ["text"], output: modalities.output ?? ["text"] },
    reach: reachOf(raw.provider),
    structured_output: omitted.has("structured_output")
      ? raw.structured_output
      : merged.structured_output,
    limit: omitted.has("limit.input") ? { ...merged.limit, input: raw.limit?.input } : merged.limit,
  };
};

/**
 * Reads a snapshot of models.dev: one row per provider and model, and facts of models that rows
 * inherit (`base_model`), as https://github.com/anomalyco/models.dev describes (read 2026-11-24).
 *
 * @throws ZodError or Error naming the row where the snapshot has not the expected shape.
 */
export const readModelsDev = (json: string): ModelsDev => {
  const { offers, models } = snapshotSchema.parse(JSON.parse(json));
  return { rows: offers.map((raw) => toRow(raw, models)), models };
};
