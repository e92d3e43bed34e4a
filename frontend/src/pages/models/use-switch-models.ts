import type { ModelAnswer } from "../../../../core/contract/models";
import { updateModel } from "../../../../core/contract/models";
import { ApiError } from "../../api/api-error";
import { say } from "../../components/toast";
import { formatPlural } from "../../format/count";
import { useSession } from "../../state/session-context";
import { useCatalogCache } from "./catalog-cache";

/** The API takes so many at once. */
const mostAtOnce = 500;

/** A model as it will be once it is switched. */
const switched = (model: ModelAnswer, enabled: boolean): ModelAnswer => ({
  ...model,
  enabled,
  status:
    model.status === "enabled" || model.status === "off"
      ? enabled
        ? "enabled"
        : "off"
      : model.status,
});

const whatOf = (models: readonly ModelAnswer[]): string => {
  const [first] = models;
  return models.length === 1 && first ? first.name : formatPlural(models.length, "model");
};

/** Switches models on or off: shown at once, with a way back, and taken back where it failed. */
export const useSwitchModels = (keep: (offers: readonly string[]) => void) => {
  const { call } = useSession();
  const cache = useCatalogCache();

  const send = async (models: readonly ModelAnswer[], enabled: boolean): Promise<boolean> => {
    const offers = models.map(({ offer }) => offer);
    keep(offers);
    await cache.hold();
    cache.put(models.map((model) => switched(model, enabled)));
    try {
      for (let start = 0; start < offers.length; start += mostAtOnce) {
        const part = offers.slice(start, start + mostAtOnce);
        const answer = await call(updateModel, { body: { offers: part, enabled } });
        cache.put(answer.models);
      }
      return true;
    } catch (error) {
      cache.put(models);
      void cache.refresh();
      const reason = error instanceof ApiError ? error.message.replace(/\.$/, "") : "it failed";
      say(`Couldn't switch ${whatOf(models)}: ${reason}.`);
      return false;
    }
  };

  return async (listed: readonly ModelAnswer[], enabled: boolean): Promise<void> => {
    const changed = listed.filter((model) => model.enabled !== enabled);
    if (changed.length === 0) return;
    if (!(await send(changed, enabled))) return;
    say(`${whatOf(changed)} switched ${enabled ? "on" : "off"}.`, {
      run: () =>
        send(
          changed.map((model) => switched(model, enabled)),
          !enabled,
        ),
    });
  };
};
