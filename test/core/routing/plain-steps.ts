import type { Conversation, Role } from "../../../core/chat/conversation";
import { saying } from "./conversations";

const turn = (role: Role, text: string) => ({ role, text });
const toolText =
  "get_weather Current weather for a city. search_orders Finds the orders of a customer. " +
  "create_event Puts an event into the calendar. send_email Sends an email to a contact.";
const withTools = { needs: { tools: true }, toolText };
const called = { ...withTools, hasToolHistory: true };

/** Steps of agents that nobody would take for another task: tools are offered, called or answered. */
export const plainSteps: Readonly<Record<string, Conversation>> = {
  "tools are offered": saying("Book a table for two at seven tonight and add it to my calendar.", {
    ...withTools,
    system: "You are an assistant that acts by calling tools. Never guess what a tool can tell.",
  }),
  "tools are offered, in German": saying(
    "Trag bitte für morgen um zehn einen Termin mit Anna in meinen Kalender ein.",
    withTools,
  ),
  "a tool has just answered": saying("", {
    ...called,
    turns: [
      turn("system", "You are a support agent. Use the tools; never guess an order's state."),
      turn("user", "Where is my order 17? Please look it up and send me an email."),
      turn("assistant", 'search_orders {"number":17}'),
      turn("tool", '{"order":17,"state":"shipped","carrier":"post","days":2}'),
    ],
  }),
  "tools were called earlier": saying("", {
    ...called,
    turns: [
      turn("system", "You are a support agent. Use the tools; never guess an order's state."),
      turn("user", "Look up order 17."),
      turn("assistant", 'search_orders {"number":17}'),
      turn("tool", '{"order":17,"state":"shipped"}'),
      turn("assistant", "It has shipped."),
      turn("user", "And now look up order 18 and email me its state."),
    ],
  }),
};
