import type { ProviderId } from "../../../../core/catalog/provider-id";
import { setJsonFields } from "../../../../core/chat/json-fields";
import type { CredentialSettings } from "../../../../core/ports/access-store";
import type { PlainKey } from "../../../../core/ports/vault";
import type { ProviderUsage } from "../../../../core/usage/provider-usage";
import type { HttpCall } from "../../http/upstream";
import type { Site } from "../site";
import { readUsage } from "./usage";

/** A request for embeddings on its way to one model. */
export type OutgoingEmbeddings = {
  /** The body, byte for byte. */
  readonly text: string;
  /** The provider's own name of the model. */
  readonly model: string;
  readonly key: PlainKey;
  readonly settings: CredentialSettings;
};

/** A provider of embeddings in OpenAI's dialect. Pure. */
export type EmbeddingsAdapter = {
  readonly provider: ProviderId;
  toHttp(outgoing: OutgoingEmbeddings): HttpCall;
  /** Undefined where the body is no answer. */
  readUsage(body: string): ProviderUsage | undefined;
};

/** Passes requests on as they are, but for the model's name. */
export const createEmbeddingsAdapter = (site: Site): EmbeddingsAdapter => ({
  provider: site.provider,
  toHttp: ({ text, model, key, settings }) => ({
    method: "POST",
    url: `${site.url(settings)}/embeddings`,
    headers: {
      ...site.auth(key),
      "content-type": "application/json",
      accept: "application/json",
    },
    body: setJsonFields(text, {
      model: JSON.stringify(site.modelName?.(model, settings) ?? model),
    }),
    ...(site.guarded && { guarded: true }),
  }),
  readUsage,
});
