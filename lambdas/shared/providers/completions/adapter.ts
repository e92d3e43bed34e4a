import type { ProviderId } from "../../../../core/catalog/provider-id";
import type { ProviderAdapter } from "../adapter";
import { readFailure } from "./errors";
import { readAnswer, readEvent } from "./events";
import { toHttp } from "./request";

/**
 * OpenAI's chat completions dialect at one address.
 *
 * @param baseUrl - without a slash at its end, such as `https://api.openai.com/v1`.
 */
export const createOpenAiAdapter = (provider: ProviderId, baseUrl: string): ProviderAdapter => ({
  provider,
  toHttp: (outgoing) => toHttp(baseUrl, outgoing),
  readAnswer,
  readEvent,
  readFailure,
});
