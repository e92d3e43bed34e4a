import type { ProviderUsage } from "../../usage/provider-usage";
import type { AnswerContext, StreamWriter } from "../caller-dialect";
import type { NeutralEvent, TokenLogprob } from "../neutral/event";
import { finishWord } from "./finish-reason";
import { logprobsOf } from "./write-answer";
import { writeUsage } from "./write-usage";
import { writtenTier } from "./written-tier";

export const endMark = "data: [DONE]\n\n";

type Failure = Extract<NeutralEvent, { kind: "failure" }>;
type Said = Extract<NeutralEvent, { choice: number }>;

/** What one chunk adds to one choice. */
type Piece = {
  readonly delta: Readonly<Record<string, unknown>>;
  readonly finish?: string;
  readonly logprobs?: readonly TokenLogprob[] | undefined;
};

/** The place of a call among those of its choice. */
type IndexOf = (event: { readonly choice: number; readonly part: number }) => number;

const sse = (payload: unknown): string => `data: ${JSON.stringify(payload)}\n\n`;

/** The provider's own words, in the shape on which OpenAI's clients raise. */
const failureEvent = ({ code, message, spentCredit }: Failure): string =>
  sse({
    error: {
      message,
      type: spentCredit ? "insufficient_quota" : "server_error",
      param: null,
      code,
    },
  });

const frame = ({ id, model, createdAt, request }: AnswerContext, fields: object): string =>
  sse({
    id: `chatcmpl-${id}`,
    object: "chat.completion.chunk",
    created: createdAt,
    model,
    ...(request.showsUsage && { usage: null }),
    ...fields,
  });

const chunk = (context: AnswerContext, index: number, piece: Piece): string => {
  const { delta, finish, logprobs } = piece;
  const choice = { index, delta, logprobs: logprobsOf(logprobs), finish_reason: finish ?? null };
  return frame(context, { choices: [choice] });
};

/** The last chunk, for callers who asked for the count. */
const countChunk = (context: AnswerContext, usage: ProviderUsage | undefined): string => {
  if (!usage || !context.request.showsUsage) return "";
  const tier = writtenTier(usage.serviceTier);
  return frame(context, { choices: [], ...tier, usage: writeUsage(usage) });
};

const indexes = (): IndexOf => {
  const calls = new Map<number, Map<number, number>>();
  return ({ choice, part }) => {
    const ofChoice = calls.get(choice) ?? new Map<number, number>();
    calls.set(choice, ofChoice);
    const index = ofChoice.get(part) ?? ofChoice.size;
    ofChoice.set(part, index);
    return index;
  };
};

const callPiece = (
  event: Extract<Said, { kind: "tool-call" | "arguments" }>,
  indexOf: IndexOf,
): Piece => {
  const index = indexOf(event);
  if (event.kind === "arguments") {
    return { delta: { tool_calls: [{ index, function: { arguments: event.text } }] } };
  }
  const { id, name } = event;
  const called = { index, id, type: "function", function: { name, arguments: "" } };
  return { delta: { tool_calls: [called] } };
};

const fields = { text: "content", reasoning: "reasoning_content", refusal: "refusal" } as const;

/** Undefined where an event adds nothing that this dialect has a place for, such as a seal alone. */
const pieceOf = (event: Said, indexOf: IndexOf): Piece | undefined => {
  if (event.kind === "finish") return { delta: {}, finish: finishWord(event.reason) };
  if (event.kind === "tool-call") return callPiece(event, indexOf);
  const logprobs = event.kind === "text" ? event.logprobs : undefined;
  if (event.text === "" && logprobs === undefined) return undefined;
  if (event.kind === "arguments") return callPiece(event, indexOf);
  return { delta: { [fields[event.kind]]: event.text }, logprobs };
};

/**
 * Writes a stream as chunks of a chat completion: each choice begins with its role and numbers its
 * calls for itself. Reasoning goes by DeepSeek's name for it, as OpenAI has none. A failure is an
 * `error` and the last word, without the end mark.
 * @see https://platform.openai.com/docs/api-reference/chat/streaming (read 2026-11-24, by the types
 * of the `openai` package 6.49)
 */
export const streamWriter = (context: AnswerContext): StreamWriter => {
  const begun = new Set<number>();
  const indexOf = indexes();
  let usage: ProviderUsage | undefined;
  let over = false;

  const begin = (choice: number): string => {
    if (begun.has(choice)) return "";
    begun.add(choice);
    return chunk(context, choice, { delta: { role: "assistant", content: "", refusal: null } });
  };
  const say = (event: NeutralEvent): string => {
    if (over || event.kind === "unsaid") return "";
    if (event.kind === "start") {
      return Array.from({ length: context.request.choices }, (_, at) => begin(at)).join("");
    }
    if (event.kind === "usage") {
      usage = event.usage;
      return "";
    }
    if (event.kind === "failure" || event.kind === "end") {
      over = true;
      if (event.kind === "failure") return failureEvent(event);
      return `${countChunk(context, usage)}${endMark}`;
    }
    const piece = pieceOf(event, indexOf);
    return begin(event.choice) + (piece ? chunk(context, event.choice, piece) : "");
  };
  return { write: (events) => events.map(say).join("") };
};
