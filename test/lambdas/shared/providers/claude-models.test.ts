import { loadCatalog } from "../../../../core/catalog/load";
import { claudeModel } from "../../../../lambdas/shared/providers/claude-models";

const offers = loadCatalog().offers.filter(({ provider }) => provider === "anthropic");

test.each(offers)(
  "the catalog knows of $id, as its adapter does, whether it takes schemas",
  (offer) => {
    expect(offer.can.structuredOutput).toBe(claudeModel(offer.id).schemas);
  },
);
