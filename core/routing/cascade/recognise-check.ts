import type { AnswerFormat } from "../../chat/answer-format";
import type { Conversation } from "../../chat/conversation";
import type { AnswerCheck } from "./answer-check";
import type { CascadeOff } from "./cascade-outcome";
import { isCheckableSchema } from "./checkable-schema";
import { findLabels } from "./find-labels";
import { findShortForm } from "./find-short-form";
import { plainInstruction } from "./instruction";

const inText = (conversation: Conversation): AnswerCheck | CascadeOff => {
  const text = plainInstruction(conversation);
  if (text === undefined) return "off-not-checkable";
  const labels = findLabels(text);
  if (labels !== undefined) return { kind: "label", labels };
  const form = findShortForm(text);
  return form === undefined ? "off-not-checkable" : { kind: "short", form };
};

/**
 * How the answer to a request can be checked: by the format it asks for, else by what its
 * instruction says. Tools, several answers and sound can't be.
 *
 * @returns why not, where it can't be.
 */
export const recogniseCheck = (
  conversation: Conversation,
  format: AnswerFormat,
): AnswerCheck | CascadeOff => {
  const { tools, audioOut, choices } = conversation.needs;
  if (tools || audioOut || choices > 1) return "off-not-checkable";
  if (format.kind === "text") return inText(conversation);
  if (format.kind === "schema" && !isCheckableSchema(format.schema)) return "off-schema";
  return format;
};
