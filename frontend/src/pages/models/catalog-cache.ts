import { useQueryClient } from "@tanstack/solid-query";
import { listModels, type ModelAnswer } from "../../../../core/contract/models";
import type { AnswerOf } from "../../../../core/contract/operation";

/** The catalog as it was read: models change in place, so that no row moves under who reads it. */
export const useCatalogCache = () => {
  const client = useQueryClient();
  const filter = { queryKey: [listModels.id] };
  return {
    /** An answer that is on its way is older than what is about to be shown. */
    hold: () => client.cancelQueries(filter),
    put: (models: readonly ModelAnswer[]) => {
      const byOffer = new Map(models.map((model) => [model.offer, model]));
      client.setQueriesData<AnswerOf<typeof listModels>>(
        filter,
        (before) =>
          before && {
            ...before,
            models: before.models.map((model) => byOffer.get(model.offer) ?? model),
          },
      );
    },
    refresh: () => client.invalidateQueries(filter),
  };
};
