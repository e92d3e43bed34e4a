import { sandboxKey } from "../../local/sandbox/sandbox-key";
import type { Product } from "../support/product";
import type { Target } from "./case";
import { columns } from "./columns";

/** @param url - where a sandbox listens; it ends in `/v1`. */
export const realNamesAt = (url: string): Readonly<Record<string, string>> => {
  const origin = url.replace(/\/v1$/, "");
  return {
    SMASHCOST_ANTHROPIC_BASE_URL: origin,
    SMASHCOST_ANTHROPIC_API_KEY: sandboxKey,
    SMASHCOST_GEMINI_BASE_URL: `${origin}/v1beta`,
    SMASHCOST_GEMINI_API_KEY: sandboxKey,
    SMASHCOST_BEDROCK_BASE_URL: origin,
    SMASHCOST_BEDROCK_API_KEY: sandboxKey,
    SMASHCOST_BEDROCK_REGION: "us-east-1",
  };
};

/** The product's gateway, once for each column. */
export const targetsOf = ({ gatewayUrl: baseUrl, apiKey }: Product): readonly Target[] =>
  columns.map((column) => ({ baseUrl, apiKey, ...column }));
