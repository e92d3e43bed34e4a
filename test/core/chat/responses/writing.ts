import type { AnswerContext } from "../../../../core/chat/caller-dialect";
import type { NeutralAnswer, NeutralChoice } from "../../../../core/chat/neutral/answer";
import type { Tokens } from "../../../../core/money/amounts";
import { read, valid } from "./reading";

export const contextFor = (more: object = {}): AnswerContext => ({
  request: read({ ...valid, ...more }),
  id: "req-1",
  model: "claude-opus",
  createdAt: 1_790_000_000,
});

const tokens = {
  freshInput: 10 as Tokens,
  cacheRead: 20 as Tokens,
  cacheWrite5m: 30 as Tokens,
  cacheWrite1h: 40 as Tokens,
  visibleOutput: 5 as Tokens,
  reasoningOutput: 6 as Tokens,
};

/** An answer with one part of every kind. */
export const parts: NeutralChoice["parts"] = [
  { kind: "reasoning", text: "hm", seal: { dialect: "messages", value: "sig" } },
  { kind: "text", text: "let me see" },
  {
    kind: "tool-call",
    id: "toolu_1",
    name: "f",
    arguments: '{"a":1}',
    seal: { dialect: "gemini", value: "thought" },
  },
];

export const answerOf = (choice: Partial<NeutralChoice>): NeutralAnswer => ({
  choices: [{ parts, finish: "tool-calls", ...choice }],
  usage: { tokens },
  unsaid: [],
});
