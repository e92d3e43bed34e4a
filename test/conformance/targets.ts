import type { Product } from "../support/product";
import type { Target } from "./case";

/** One model of the sandbox for each dialect that providers are spoken to in; all can do the same. */
const models = {
  completions: "sandbox/sandbox-completions",
  responses: "sandbox/sandbox-responses",
  messages: "sandbox/sandbox-messages",
  gemini: "sandbox/sandbox-gemini",
  converse: "sandbox/sandbox-converse",
} as const satisfies Record<Target["dialect"], string>;

export const targetsOf = ({ gatewayUrl, apiKey }: Product): readonly Target[] =>
  Object.entries(models).map(([dialect, model]) => ({
    baseUrl: gatewayUrl,
    apiKey,
    model,
    dialect: dialect as Target["dialect"],
  }));
