import type { Conversation, Role } from "../../../core/chat/conversation";
import { saying } from "./conversations";

type Example = { readonly name: string; readonly conversation: Conversation };

const withTools = (text: string): Example => ({
  name: `tools are offered: ${text}`,
  conversation: saying(text, { needs: { tools: true }, toolText: "search: searches the web" }),
});

const turn = (role: Role, text: string) => ({ role, text });

/** Steps of an agent: tools are offered, were called, or are described in the prompt. */
export const agentExamples: readonly Example[] = [
  withTools("What is the weather in Berlin?"),
  withTools("Book a table for two at seven tonight."),
  withTools("Find the latest invoice and send it to Anna."),
  withTools("Wie ist das Wetter in Hamburg?"),
  withTools("¿Qué tiempo hace en Madrid?"),
  withTools("Quel temps fait-il à Paris ?"),
  withTools("查询上海明天的天气。"),
  withTools("東京の天気を調べて。"),
  withTools("दिल्ली का मौसम बताओ।"),
  {
    name: "a tool has just answered",
    conversation: saying("", {
      turns: [
        turn("user", "What is the weather in Berlin?"),
        turn("assistant", ""),
        turn("tool", '{"temperature": 12}'),
      ],
      needs: { tools: true },
      hasToolHistory: true,
    }),
  },
  {
    name: "tools were called earlier",
    conversation: saying("", {
      turns: [
        turn("user", "Look up order 17."),
        turn("tool", "order 17: shipped"),
        turn("assistant", "It has shipped."),
        turn("user", "And order 18?"),
      ],
      needs: { tools: true },
      hasToolHistory: true,
    }),
  },
  {
    name: "an agent that is prompted to act in text",
    conversation: saying("Observation: the page has loaded. Choose the next action.", {
      system: "You are an autonomous agent. Reply with the next tool call.",
    }),
  },
];
