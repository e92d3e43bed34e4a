import { RequestError } from "../../core/errors";
import { authenticate, type Caller } from "./authenticate";
import type { GatewayDeps } from "./deps";
import { type GatewayAnswer, type GatewayRequest, nothingToSettle } from "./exchange";
import { anthropicModels, type ListedModel, type ModelList, openAiModels } from "./model-list";

/** What the caller can be answered by: enabled chat models of the providers it has credentials for. */
const callable = (
  { organization, credentials }: Caller,
  deps: GatewayDeps,
): readonly ListedModel[] => {
  const disabled = new Set<string>(organization.disabledOffers);
  const held = new Set(credentials.map(({ provider }) => provider));
  const offers = deps.catalog.offers.filter(
    (offer) =>
      (offer.kind ?? "chat") === "chat" &&
      offer.status === "active" &&
      held.has(offer.provider) &&
      deps.adapters.has(offer.provider) &&
      !disabled.has(`${offer.provider}/${offer.id}`),
  );
  const byId = new Map(offers.map((offer) => [offer.id, { id: offer.id, offer }]));
  return [{ id: "auto" }, ...byId.values()];
};

/** A name that is badly escaped is taken as it stands, and is then nobody's. */
const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

/** Anthropic's clients say so in a header that no other has. */
const listFor = ({ headers }: GatewayRequest): ModelList =>
  headers["anthropic-version"] === undefined ? openAiModels : anthropicModels;

/** `GET /v1/models` and `GET /v1/models/{id}`, in OpenAI's form or Anthropic's. */
export const answerModels = async (
  request: GatewayRequest,
  deps: GatewayDeps,
  escapedId?: string,
): Promise<GatewayAnswer> => {
  const id = escapedId === undefined ? undefined : decoded(escapedId);
  const caller = await authenticate(request, deps.access, deps.now());
  const list = listFor(request);
  const models = callable(caller, deps);
  const found = models.find((model) => model.id === id);
  if (id !== undefined && !found) {
    throw new RequestError(
      404,
      "model_not_found",
      `the model '${id.slice(0, 100)}' is not among those you can call; see GET /v1/models`,
      { param: "model" },
    );
  }
  return {
    status: 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(found ? list.one(found) : list.all(models)),
    settled: nothingToSettle,
  };
};
