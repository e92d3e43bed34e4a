import type { Offer } from "../../core/catalog/offer";

/** A model that a caller can name; `auto` has no offer. */
export type ListedModel = { readonly id: string; readonly offer?: Offer };

/** How a dialect's clients read models. */
export type ModelList = {
  one(model: ListedModel): unknown;
  all(models: readonly ListedModel[]): unknown;
};

const dayMs = (offer: Offer | undefined): number => Date.parse(offer?.releasedOn ?? "") || 0;

const openAiModel = ({ id, offer }: ListedModel) => ({
  id,
  object: "model",
  created: Math.floor(dayMs(offer) / 1_000),
  owned_by: offer?.provider ?? "smashcost",
});

/** @see https://platform.openai.com/docs/api-reference/models (read 2026-11-24, by the `openai` package 6.49) */
export const openAiModels: ModelList = {
  one: openAiModel,
  all: (models) => ({ object: "list", data: models.map(openAiModel) }),
};

const anthropicModel = ({ id, offer }: ListedModel) => ({
  type: "model",
  id,
  display_name: offer?.name ?? "The router's choice",
  created_at: new Date(dayMs(offer)).toISOString(),
  lifecycle: "active",
  line: null,
  capabilities: null,
  max_input_tokens: offer?.limits.contextTokens || null,
  max_tokens: offer?.limits.outputTokens || null,
  deprecated_at: null,
  retires_at: null,
});

/**
 * All on one page.
 * @see https://platform.claude.com/docs/en/api/models-list (read 2026-11-24, by the
 * `@anthropic-ai/sdk` package 1.12)
 */
export const anthropicModels: ModelList = {
  one: anthropicModel,
  all: (models) => ({
    data: models.map(anthropicModel),
    has_more: false,
    first_id: models[0]?.id ?? null,
    last_id: models.at(-1)?.id ?? null,
  }),
};
