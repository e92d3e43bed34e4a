import { ChatAnthropic } from "@langchain/anthropic";
import { ChatOpenAI } from "@langchain/openai";
import type { Target } from "../case";
import { anthropicUrl } from "./anthropic-client";

/** What differs from one request's model to another's. */
export type Settings = { readonly temperature?: number; readonly maxTokens?: number };

export type ModelOf = (target: Target, settings?: Settings) => ChatOpenAI | ChatAnthropic;

const openai =
  (useResponsesApi: boolean): ModelOf =>
  ({ baseUrl, apiKey, model }, settings) =>
    new ChatOpenAI({
      model,
      apiKey,
      useResponsesApi,
      maxRetries: 0,
      configuration: { baseURL: baseUrl },
      ...settings,
    });

/** LangChain's ways to a model, each made as an app would make it. */
export const langchainChat = openai(false);
export const langchainResponses = openai(true);

export const langchainAnthropic: ModelOf = (target, settings) =>
  new ChatAnthropic({
    model: target.model,
    apiKey: target.apiKey,
    anthropicApiUrl: anthropicUrl(target),
    maxRetries: 0,
    ...settings,
  });
