import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { calcPrice } from "@pydantic/genai-prices";
import { sources } from "../../core/catalog/sources";
import type { Sources } from "./build-catalog";
import { decisionsSchema } from "./decisions";
import { readModelsDev } from "./models-dev";

const snapshot = `data/catalog/models-dev-${sources.m.takenOn}.json.gz`;

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
    // The usage is of no account here; one token finds the model and its prices.
    lookUp: (providerId, modelId) => calcPrice({}, modelId, { providerId }),
    decisions: decisionsSchema.parse(JSON.parse(text("data/catalog/decisions.json"))),
  };
};
