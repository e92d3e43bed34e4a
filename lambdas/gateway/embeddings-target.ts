import type { Offer } from "../../core/catalog/offer";
import { offerName } from "../../core/catalog/offer";
import type { CallerRequest } from "../../core/chat/caller-dialect";
import { RequestError } from "../../core/errors";
import type { UnlistedOffer } from "../../core/routing/decision";
import { resolveModel } from "../../core/routing/resolve";
import type { ProviderAdapter } from "../shared/providers/adapter";
import { readFailure } from "../shared/providers/completions/errors";
import type { EmbeddingsAdapter } from "../shared/providers/embeddings/adapter";
import type { Caller } from "./authenticate";
import type { GatewayDeps } from "./deps";
import { assembleTarget, noCredential, type Target } from "./target";

const refuse = (status: number, code: string, message: string): RequestError =>
  new RequestError(status, code, message, { param: "model", mayRetry: false });

/** An answer that is vectors is its count alone, in words. */
const toProviderAdapter = (embeddings: EmbeddingsAdapter): ProviderAdapter => ({
  provider: embeddings.provider,
  dialect: "completions",
  uncarried: () => [],
  toHttp: ({ request, model, key, settings }) =>
    embeddings.toHttp({ text: request.text, model: model.id, key, settings }),
  readAnswer(body) {
    const usage = embeddings.readUsage(body);
    return usage && { choices: [], usage, unsaid: [] };
  },
  eventReader: () => () => [],
  readFailure,
});

/** The model named, and no other: vectors of two models can't be compared. */
const namedOffer = (
  { model }: CallerRequest,
  { organization, credentials }: Caller,
  { catalog }: GatewayDeps,
): Offer | UnlistedOffer => {
  const held = new Set(credentials.map(({ provider }) => provider));
  const disabled = new Set(organization.disabledOffers);
  const preferences = { hasCredential: held.has.bind(held), disabled };
  const resolved = resolveModel(model, catalog, preferences);
  if (resolved.kind === "auto") {
    throw refuse(
      400,
      "auto_for_embeddings",
      "vectors of two models can't be compared, so the router never chooses one for embeddings; name a model such as text-embedding-3-small",
    );
  }
  if (resolved.kind === "unknown") throw refuse(404, "model_not_found", resolved.message);
  const { offer } = resolved;
  if (!("unlisted" in offer) && offer.kind !== "embedding") {
    throw refuse(
      400,
      "not_an_embedding_model",
      `${offerName(offer)} gives no embeddings; name a model such as text-embedding-3-small`,
    );
  }
  if (disabled.has(offerName(offer))) {
    throw refuse(
      400,
      "no_model_fits",
      `${offerName(offer)} is disabled; enable it in the model catalog, or name another model`,
    );
  }
  return offer;
};

/** @throws RequestError 400, 404 or 424 where the model named can't be called for embeddings. */
export const embeddingsTarget = (
  asked: CallerRequest,
  caller: Caller,
  deps: GatewayDeps,
): Target => {
  const offer = namedOffer(asked, caller, deps);
  const embeddings = deps.adapters.findEmbeddings(offer.provider);
  const credential = caller.credentials.find(({ provider }) => provider === offer.provider);
  if (!embeddings || !credential) throw noCredential(offer.provider);
  const adapter = toProviderAdapter(embeddings);
  return assembleTarget({ offer, adapter, credential, score: 100, asked: true }, caller, deps);
};
