import type { Client } from "./case";
import { aiSdkCases } from "./clients/ai-sdk";
import { aiSdkAnthropic, aiSdkChat, aiSdkResponses } from "./clients/ai-sdk-models";
import { aiSdkReasoning } from "./clients/ai-sdk-reasoning";
import { aiSdkStored } from "./clients/ai-sdk-stored";
import { aiSdkTools } from "./clients/ai-sdk-tools";
import { anthropic } from "./clients/anthropic";
import { anthropicErrors } from "./clients/anthropic-errors";
import { anthropicObjects } from "./clients/anthropic-objects";
import { anthropicThinking } from "./clients/anthropic-thinking";
import { anthropicTools } from "./clients/anthropic-tools";
import { embeddings } from "./clients/embeddings";
import { langchainCases } from "./clients/langchain";
import { langchainAnthropic, langchainChat, langchainResponses } from "./clients/langchain-models";
import { openaiChat } from "./clients/openai-chat";
import { openaiChatSettings } from "./clients/openai-chat-settings";
import { openaiChatTools } from "./clients/openai-chat-tools";
import { openaiResponses } from "./clients/openai-responses";
import { openaiResponsesReasoning } from "./clients/openai-responses-reasoning";
import { openaiResponsesSettings } from "./clients/openai-responses-settings";
import { openaiResponsesTools } from "./clients/openai-responses-tools";

/**
 * A loop over the Responses API as the AI SDK makes it where nothing is stored. By default it hands
 * back ids alone, of items that only a provider that keeps them could look up.
 */
const stateless = { openai: { store: false } };

const reasoningItems = {
  openai: {
    store: false,
    // Only names that it knows are reasoning models to it by themselves.
    forceReasoning: true,
    reasoningEffort: "medium",
    reasoningSummary: "auto",
  },
};

const thinkingBlocks = { anthropic: { thinking: { type: "enabled", budgetTokens: 1_024 } } };

/** The stock clients that work unchanged, each with what its users do. */
export const clients: readonly Client[] = [
  { name: "openai chat", cases: { ...openaiChat, ...openaiChatSettings, ...openaiChatTools } },
  {
    name: "openai responses",
    cases: {
      ...openaiResponses,
      ...openaiResponsesSettings,
      ...openaiResponsesTools,
      ...openaiResponsesReasoning,
    },
  },
  {
    name: "anthropic",
    cases: {
      ...anthropic,
      ...anthropicErrors,
      ...anthropicTools,
      ...anthropicObjects,
      ...anthropicThinking,
    },
  },
  { name: "ai sdk openai chat", cases: { ...aiSdkCases(aiSdkChat), ...aiSdkTools(aiSdkChat) } },
  {
    name: "ai sdk openai responses",
    cases: {
      ...aiSdkCases(aiSdkResponses),
      ...aiSdkTools(aiSdkResponses, stateless),
      ...aiSdkReasoning(aiSdkResponses, reasoningItems),
      ...aiSdkStored(aiSdkResponses),
    },
  },
  {
    name: "ai sdk anthropic",
    cases: {
      ...aiSdkCases(aiSdkAnthropic),
      ...aiSdkTools(aiSdkAnthropic),
      ...aiSdkReasoning(aiSdkAnthropic, thinkingBlocks),
    },
  },
  { name: "langchain openai chat", cases: langchainCases(langchainChat) },
  { name: "langchain openai responses", cases: langchainCases(langchainResponses) },
  { name: "langchain anthropic", cases: langchainCases(langchainAnthropic) },
  { name: "embeddings", cases: embeddings, model: "sandbox/sandbox-embedding" },
];
