import type { modelOperations } from "../../../core/contract/models";
import type { HandlersOf } from "../handler";
import { settingsOf } from "../settings-of";
import { listedOffers } from "./find-offer";
import { openShelf } from "./open-shelf";
import type { ModelsParts } from "./parts";
import { setPrice } from "./set-price";
import { switchModels } from "./switch-models";
import { compareModels, toModelAnswer } from "./to-answer";

export const createModelsHandlers = (parts: ModelsParts): HandlersOf<typeof modelOperations> => ({
  async "models.list"({ actor: { organization } }) {
    const settings = await settingsOf(parts.registry, organization);
    const shelf = await openShelf(organization, settings, parts);
    const models = listedOffers(parts.catalog, settings).map((offer) =>
      toModelAnswer(offer, shelf),
    );
    return { version: parts.catalog.version, models: models.toSorted(compareModels) };
  },

  "models.update": (request) => switchModels(request, parts),
  "models.override-price": (request) => setPrice(request, parts),
});
