import type { Conversation } from "../../chat/conversation";

/** Instructions stand at a text's head or tail; what is to be worked on lies between. */
const headCharacters = 2_500;
const tailCharacters = 1_500;

/** Longer ones, of many system prompts, are no plain instruction. */
const longestInstruction = 12_000;

const ends = (text: string): string =>
  text.length <= headCharacters + tailCharacters
    ? text
    : `${text.slice(0, headCharacters)}\n${text.slice(-tailCharacters)}`;

/** "Without any explanation" asks for less, not for more. */
const declined =
  /\b(?:no|not|never|without|don['’]t|avoid)(?: \w+)? (?:explain\w*|explanations?|justif\w*|reason\w*|rationale)/giu;

/** Words by which a caller wants more than one label, number or word. */
const wantsMore =
  /\b(?:explain\w*|explanations?|justif\w*|reasons?|reasoning|rationale|why|step[- ]by[- ]step|for each|each of|all that apply|multiple|several|one or more|at least one|confidence|json|separated|list of|sentences?)\b/iu;

/**
 * What a conversation is told to do: its system prompts and its last user turn.
 *
 * @returns undefined where it asks for more than a label or a word, or where it may.
 */
export const plainInstruction = ({ turns }: Conversation): string | undefined => {
  const last = turns.at(-1);
  if (last?.role !== "user") return undefined;
  const told = [...turns.filter(({ role }) => role === "system"), last];
  const text = told.map((turn) => ends(turn.text)).join("\n");
  if (text.length > longestInstruction) return undefined;
  return wantsMore.test(text.replaceAll(declined, " ")) ? undefined : text;
};

/** Words that may still follow, as they ask for nothing more. */
const tailWords = [
  "only|alone|please|nothing (?:else|more)|without (?:any |an )?\\w+|no \\w+|in (?:lower|upper) ?case",
  "of (?:the|your) (?:right |correct |best |chosen |final )?(?:option|answer|choice)",
  "as (?:the|your) (?:final )?answer",
].join("|");

/** What may stand between an instruction's last word and the end of its sentence. */
const bareTail = new RegExp(
  `^["'”’\`*)\\]]*(?:,? ?(?:and )?(?:${tailWords})\\b)*\\s*(?:[.:!;\\n]|$)`,
  "iu",
);

/** Whether an instruction's sentence ends here: what follows would be part of the answer's form. */
export const endsAt = (text: string, at: number): boolean =>
  bareTail.test(text.slice(at, at + 120));

/** Whether the rest of the sentence says that nothing else is wanted. */
export const saysOnlyAt = (text: string, at: number): boolean =>
  /^[^.\n]{0,20}\b(?:only|alone|nothing (?:else|more))\b/iu.test(text.slice(at, at + 60));
