import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { calcPrice, findProvider } from "@pydantic/genai-prices";
import { sources } from "../../core/catalog/sources";
import type { Sources } from "./build-catalog";
import { decisionsSchema } from "./decisions";
import type { GenaiLookUp } from "./genai-prices";
import { readModelsDev } from "./models-dev";
import { publishedIndexSchema } from "./published-index";

const snapshot = `data/catalog/models-dev-${sources.m.takenOn}.json.gz`;

/**
 * The library falls back to another provider's prices where it knows none (Azure to OpenAI's).
 * That is no evidence of what the provider itself bills, so such a match counts as none.
 */
const findInGenai: GenaiLookUp = (providerId, modelId) => {
  // Only the model that it finds is of interest, not what no tokens cost.
  const model = calcPrice({}, modelId, { providerId })?.model;
  return model && findProvider({ providerId })?.models.includes(model) ? model : undefined;
};

/**
 * Reads both sources and the decisions made by hand.
 *
 * @param root - the repository's directory.
 * @throws where genai-prices is another version than the catalog names, as its date would be wrong.
 */
export const readSources = (root: string): Sources => {
  const text = (path: string) => readFileSync(`${root}/${path}`, "utf8");
  const { version } = JSON.parse(text("node_modules/@pydantic/genai-prices/package.json")) as {
    version: string;
  };
  if (!sources.g.name.endsWith(` ${version}`))
    throw new Error(
      `genai-prices ${version} is installed, but core/catalog/sources.ts names "${sources.g.name}"; change both name and date there`,
    );
  return {
    modelsDev: readModelsDev(gunzipSync(readFileSync(`${root}/${snapshot}`)).toString("utf8")),
    lookUp: findInGenai,
    published: publishedIndexSchema.parse(JSON.parse(text("data/catalog/published-index.json"))),
    decisions: decisionsSchema.parse(JSON.parse(text("data/catalog/decisions.json"))),
  };
};
