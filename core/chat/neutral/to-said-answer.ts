import type { SaidAnswer } from "../said-answer";
import type { NeutralAnswer } from "./answer";

/**
 * What a whole answer says.
 *
 * @returns undefined where it is not one answer in text.
 */
export const toSaidAnswer = ({ choices }: NeutralAnswer): SaidAnswer | undefined => {
  const [choice, second] = choices;
  if (choice === undefined || second !== undefined) return undefined;
  const { parts, finish } = choice;
  const texts = parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
  if (texts.length === 0) return undefined;
  return {
    text: texts.join(""),
    whole: finish === "stop" && !parts.some(({ kind }) => kind === "tool-call"),
    declined: parts.some((part) => part.kind === "refusal" && part.text !== ""),
  };
};
