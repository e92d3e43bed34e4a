import type { AssistantPart, ToolResultPart, UserPart } from "../../../../core/chat/neutral/part";
import type { NeutralMessage } from "../../../../core/chat/neutral/request";

/** A turn as Anthropic counts them: results of tools are the user's, and stand first. */
export type Turn =
  | { readonly role: "system"; readonly parts: readonly UserPart[] }
  | { readonly role: "user"; readonly parts: readonly (UserPart | ToolResultPart)[] }
  | { readonly role: "assistant"; readonly parts: readonly AssistantPart[] };

type Part = Turn["parts"][number];

/** Anthropic refuses texts of white space alone; thoughts that others signed mean nothing to it. */
const isSaid = (part: Part): boolean => {
  if (part.kind === "text") return part.text.trim() !== "";
  return part.kind !== "reasoning" || part.seal?.dialect === "messages";
};

const roleOf = ({ role }: NeutralMessage): Turn["role"] => (role === "tool" ? "user" : role);

const resultsFirst = (parts: readonly Part[]): readonly Part[] => [
  ...parts.filter(({ kind }) => kind === "tool-result"),
  ...parts.filter(({ kind }) => kind !== "tool-result"),
];

/** The messages before the conversation: they are hoisted. */
export const leadingCount = (messages: readonly NeutralMessage[]): number => {
  const first = messages.findIndex(({ role }) => role !== "system");
  return first < 0 ? messages.length : first;
};

/** The conversation in turns: neighbours of one role are one, and what says nothing is left out. */
export const turnsOf = (messages: readonly NeutralMessage[]): readonly Turn[] => {
  const turns: { role: Turn["role"]; parts: readonly Part[] }[] = [];
  for (const message of messages.slice(leadingCount(messages))) {
    const parts = message.parts.filter(isSaid);
    const last = turns.at(-1);
    const role = roleOf(message);
    if (parts.length === 0) continue;
    if (last?.role === role) last.parts = resultsFirst([...last.parts, ...parts]);
    else turns.push({ role, parts });
  }
  return turns as Turn[];
};
