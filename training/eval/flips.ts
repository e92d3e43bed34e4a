import type { Catalog } from "../../core/catalog/catalog";
import { offerName } from "../../core/catalog/offer";
import type { ProviderId } from "../../core/catalog/provider-id";
import { createRouter } from "../../core/routing/choose";
import type { Classifier } from "../../core/routing/classification";
import { conversationOfRequest } from "../data/conversation-of";
import type { LabelledRequest } from "../data/sources";
import { disturb, disturbances } from "./disturb";

/** Whose keys the caller has: the makers of models that most have. */
const keys: ReadonlySet<ProviderId> = new Set<ProviderId>([
  "openai",
  "anthropic",
  "gemini",
  "mistral",
  "deepseek",
]);

export const askedModels = ["auto", "gpt-4o"] as const;

/** Which route a request takes: the offer that it goes to first, by the model asked for. */
type Route = (request: LabelledRequest["request"], model: string) => string;

const routeWith = (catalog: Catalog, classify: Classifier, nowMs: number): Route => {
  const router = createRouter(catalog, classify);
  return (request, model) => {
    const decision = router({
      conversation: conversationOfRequest(request),
      model,
      mode: "balanced",
      organization: { disabledOffers: [], priceOverrides: {} },
      hasCredential: (provider) => keys.has(provider),
      circuitOpen: () => false,
      nowMs,
    });
    const [first] = decision.kind === "routed" ? decision.order : [];
    return first === undefined ? decision.kind : offerName(first);
  };
};

/** How many of the requests go elsewhere when disturbed, of each model asked for. */
export type Flips = {
  readonly disturbance: string;
  /** One entry a request: 1 where its route changed. In the order of `askedModels`. */
  readonly changed: readonly Float64Array[];
};

/**
 * @param nowMs - decides which prices hold.
 */
export const findFlips = (
  requests: readonly LabelledRequest[],
  catalog: Catalog,
  classify: Classifier,
  nowMs: number,
): Flips[] => {
  const route = routeWith(catalog, classify, nowMs);
  const before = askedModels.map((model) => requests.map(({ request }) => route(request, model)));
  return Object.entries(disturbances).map(([disturbance, change]) => {
    const disturbed = requests.map(({ request }, at) => disturb(request, change, at + 1));
    return {
      disturbance,
      changed: askedModels.map((model, asked) =>
        Float64Array.from(disturbed, (request, at) =>
          route(request, model) === before[asked]?.[at] ? 0 : 1,
        ),
      ),
    };
  });
};
