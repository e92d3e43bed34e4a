import Anthropic from "@anthropic-ai/sdk";
import type { Target } from "../case";

/** The address that Anthropic's clients add `/v1` to by themselves. */
export const anthropicUrl = ({ baseUrl }: Target): string => baseUrl.replace(/\/v1$/, "");

/** The stock client, as an app would make it, but that it shows each failure at once. */
export const anthropicClient = (target: Target): Anthropic =>
  new Anthropic({ apiKey: target.apiKey, baseURL: anthropicUrl(target), maxRetries: 0 });
