import { AnswerError } from "./answer";
import type { Prompt } from "./prompts";
import { type Message, type Sending, type Sent, send } from "./send";

export type Failure = { readonly line: number; readonly reason: string };

export type Replayed = { readonly sent: readonly Sent[]; readonly failures: readonly Failure[] };

type Replaying = Sending & {
  readonly concurrency: number;
  readonly turns: boolean;
  /** Called after each line, answered or failed. */
  readonly onLine: () => void;
};

/** The conversation's turns, one after the other; yields each answer as it comes. */
async function* converse(prompt: Prompt, replaying: Replaying): AsyncGenerator<Sent> {
  if ("broken" in prompt) throw new AnswerError(prompt.broken);
  const first: Message = { role: "user", content: prompt.text };
  const answer = await send([first], replaying);
  yield answer;
  if (!replaying.turns || prompt.secondTurn === undefined) return;
  const soFar: Message[] = [first, { role: "assistant", content: answer.text }];
  yield await send([...soFar, { role: "user", content: prompt.secondTurn }], replaying);
}

/**
 * Sends every prompt, `concurrency` at a time, in the order of the file. A failed line doesn't
 * stop the others; an aborted signal leaves the rest unsent, and they are no failures.
 */
export const replayPrompts = async (
  prompts: readonly Prompt[],
  replaying: Replaying,
): Promise<Replayed> => {
  const sent: Sent[] = [];
  const failures: Failure[] = [];
  const waiting = prompts.values();

  const work = async () => {
    for (const prompt of waiting) {
      if (replaying.signal.aborted) return;
      try {
        for await (const answer of converse(prompt, replaying)) sent.push(answer);
      } catch (error) {
        failures.push({ line: prompt.line, reason: (error as Error).message });
      }
      replaying.onLine();
    }
  };
  await Promise.all(Array.from({ length: replaying.concurrency }, work));
  return { sent, failures: failures.sort((a, b) => a.line - b.line) };
};
