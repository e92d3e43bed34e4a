import { type ModelAnswer, overridePrice } from "../../../../core/contract/models";
import { useChange } from "../../api/use-change";
import { say } from "../../components/toast";
import { useCatalogCache } from "./catalog-cache";
import { type PriceBody, priceBody } from "./price-kinds";

/** Sets a price of the organization's own, or with null goes back to the catalog's; each with a way back. */
export const useOwnPrice = () => {
  const change = useChange(overridePrice);
  const cache = useCatalogCache();
  const put = async (offer: string, price: PriceBody | null): Promise<void> => {
    cache.put([await change.run({ body: { offer, price } })]);
  };
  return {
    busy: change.busy,
    set: async (model: ModelAnswer, price: PriceBody | null): Promise<void> => {
      const before = model.overridden && model.prices ? priceBody(model.prices) : null;
      await put(model.offer, price);
      const done = price === null ? "is at the catalog's price again" : "has a price of your own";
      say(`${model.name} ${done}.`, {
        run: () =>
          put(model.offer, before).catch((error: unknown) =>
            say(`Couldn't undo: ${error instanceof Error ? error.message : "it failed"}`),
          ),
      });
    },
  };
};
