import type { Client } from "./case";
import { anthropic } from "./clients/anthropic";
import { anthropicThinking } from "./clients/anthropic-thinking";
import { anthropicTools } from "./clients/anthropic-tools";
import { openaiChat } from "./clients/openai-chat";
import { openaiChatSettings } from "./clients/openai-chat-settings";
import { openaiChatTools } from "./clients/openai-chat-tools";
import { openaiResponses } from "./clients/openai-responses";
import { openaiResponsesReasoning } from "./clients/openai-responses-reasoning";
import { openaiResponsesSettings } from "./clients/openai-responses-settings";
import { openaiResponsesTools } from "./clients/openai-responses-tools";

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
  { name: "anthropic", cases: { ...anthropic, ...anthropicTools, ...anthropicThinking } },
];
