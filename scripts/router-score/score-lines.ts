import * as z from "zod";
import type { Conversation } from "../../core/chat/conversation";
import type { Classifier } from "../../core/routing/classification";
import { gainOf } from "../../core/routing/gain";
import { conversationOf, conversationOfRequest } from "../../training/data/conversation-of";

/** A prompt, or a chat completion request with or without its envelope; other fields are ignored. */
const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  prompt: z.string().optional(),
  messages: z.array(z.unknown()).optional(),
  request: z.record(z.string(), z.unknown()).optional(),
});

/** What the router reads in a prompt. */
export type Scored = {
  readonly id: string | number;
  readonly task: string;
  /** Of `task`, 0 to 1. */
  readonly taskProbability: number;
  /** 0 (any model will do) to 1 (only the best will). */
  readonly difficulty: number;
  /** How much likelier a large model is to answer acceptably than a small one, −1 to 1. */
  readonly gain: number;
};

/**
 * Scores the lines of a JSONL text, in their order; blank lines are left out.
 *
 * @throws Error with the number of a line that can't be read; it quotes nothing of it.
 */
export const scoreLines = (text: string, classify: Classifier): Scored[] =>
  text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    const { id, conversation } = readLine(line, at + 1);
    const classification = classify(conversation);
    const { task, confidence, difficulty } = classification;
    return [
      {
        id,
        task,
        taskProbability: rounded(confidence),
        difficulty: rounded(difficulty),
        gain: rounded(gainOf(classification)),
      },
    ];
  });

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

const readLine = (
  line: string,
  number: number,
): { readonly id: string | number; readonly conversation: Conversation } => {
  const parsed = lineSchema.safeParse(parseJson(line, number));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(
      `line ${number}: ${issue?.path.join(".") || "it"} is not as it should be (${issue?.message})`,
    );
  }
  const { id, prompt, messages, request } = parsed.data;
  const whole = request ?? (messages === undefined ? undefined : { messages });
  if (prompt === undefined && whole === undefined) {
    throw new Error(`line ${number}: it has neither a prompt nor a request nor messages`);
  }
  try {
    return {
      id,
      conversation: whole ? conversationOfRequest(whole) : conversationOf(prompt ?? ""),
    };
  } catch (error) {
    throw new Error(`line ${number}: ${error instanceof Error ? error.message : "unreadable"}`);
  }
};

const parseJson = (line: string, number: number): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`line ${number}: it is not valid JSON`);
  }
};
