import { tokenWeight } from "../../core/chat/estimate-tokens";
import type { NeutralAnswer } from "../../core/chat/neutral/answer";
import type { AssistantPart } from "../../core/chat/neutral/part";
import type { ProviderUsage } from "../../core/usage/provider-usage";

/** What the gateway must know of a whole answer. */
export type AnswerFacts = {
  readonly usage?: ProviderUsage;
  /** Tokens of text, reasoning and tool arguments by estimate, not rounded. */
  readonly outputWeight: number;
  /** It called tools: their answers are to come with the next request. */
  readonly callsTools: boolean;
};

const weightOf = (part: AssistantPart): number =>
  part.kind === "tool-call"
    ? tokenWeight(part.name) + tokenWeight(part.arguments)
    : tokenWeight(part.text);

export const factsOf = ({ choices, usage }: NeutralAnswer): AnswerFacts => {
  const parts = choices.flatMap((choice) => choice.parts);
  return {
    ...(usage && { usage }),
    outputWeight: parts.reduce((sum, part) => sum + weightOf(part), 0),
    callsTools: parts.some(({ kind }) => kind === "tool-call"),
  };
};
