import type { NeutralAnswer } from "../../../../core/chat/neutral/answer";
import type { NeutralEvent } from "../../../../core/chat/neutral/event";
import { gatherAnswer } from "../../../../core/chat/neutral/gather-answer";
import type { ProviderUsage } from "../../../../core/usage/provider-usage";
import { parseJson } from "../../parse-json";
import type { EventReader } from "../adapter";
import { type ChoiceReader, createChoiceReader } from "./choice-reader";
import { toFailure } from "./errors";
import { answerSchema, chunkSchema, type Frame, type Piece, type ReadChoice } from "./schema";
import { unsaidIn } from "./unsaid";
import { readUsage } from "./usage";

type Chunk = ReturnType<typeof chunkSchema.parse>;

const isPiece = (piece: Piece | null | undefined): piece is Piece => piece != null;

/** Azure's first chunk, which tells of its filter, has empty names. */
const startOf = ({ id, model }: Frame): NeutralEvent | undefined =>
  id || model ? { kind: "start", ...(id && { id }), ...(model && { model }) } : undefined;

/** An `error`; Mistral's and vLLM's call the whole object one. */
const failureOf = (value: unknown, chunk: Chunk): NeutralEvent | undefined => {
  const bare = chunk.choices == null && typeof chunk.message === "string";
  if (chunk.error == null && chunk.object !== "error" && !bare) return undefined;
  const failure = toFailure(value);
  if (!failure) return undefined;
  const { code, message, spentCredit } = failure;
  const said = message ?? code ?? "the provider broke off its answer";
  return { kind: "failure", code, message: said, spentCredit };
};

const usageOf = (chunk: Chunk, tier: string | undefined): ProviderUsage | undefined =>
  [chunk.usage, chunk.x_groq?.usage, ...(chunk.choices ?? []).map(({ usage }) => usage)].reduce<
    ProviderUsage | undefined
  >((found, value) => found ?? (value == null ? undefined : readUsage(value, tier)), undefined);

/** Readers of choices by their numbers. */
const choiceReaders = () => {
  const readers = new Map<number, ChoiceReader>();
  return (choice: ReadChoice, at: number): ChoiceReader => {
    const number = choice.index ?? at;
    const reader = readers.get(number) ?? createChoiceReader(number);
    readers.set(number, reader);
    return reader;
  };
};

/** Reads the `data:` payloads of one chat completions stream. */
export const createEventReader = (): EventReader => {
  const readerOf = choiceReaders();
  const unsaid = new Set<string>();
  let started = false;
  let tier: string | undefined;

  const start = (chunk: Chunk): NeutralEvent[] => {
    const event = started ? undefined : startOf(chunk);
    started ||= event !== undefined;
    return event ? [event] : [];
  };
  const newlyUnsaid = (chunk: Chunk, choices: readonly ReadChoice[]): NeutralEvent[] => {
    const pieces = choices.map(({ delta }) => delta).filter(isPiece);
    const found = unsaidIn(chunk, pieces).filter((what) => !unsaid.has(what));
    return found.map((what) => {
      unsaid.add(what);
      return { kind: "unsaid", what };
    });
  };
  return (data) => {
    if (data === "[DONE]") return [{ kind: "end" }];
    const value = parseJson(data);
    const parsed = chunkSchema.safeParse(value);
    if (!parsed.success) return [];
    const chunk = parsed.data;
    const choices = chunk.choices ?? [];
    tier = chunk.service_tier ?? tier;
    const usage = usageOf(chunk, tier);
    const failure = failureOf(value, chunk);
    const said = [
      ...choices.flatMap((choice, at) => readerOf(choice, at)(choice, choice.delta)),
      ...newlyUnsaid(chunk, choices),
      ...(failure ? [failure] : []),
    ];
    if (usage && said.length === 0 && choices.length === 0) {
      return [{ kind: "usage", usage, alone: true }];
    }
    return [...start(chunk), ...said, ...(usage ? [{ kind: "usage" as const, usage }] : [])];
  };
};

/** Calls of a whole answer are whole, each at its place: some servers give two of them the same id. */
const withPlaces = (message: Piece | null | undefined): Piece | null | undefined =>
  message?.tool_calls
    ? { ...message, tool_calls: message.tool_calls.map((call, index) => ({ ...call, index })) }
    : message;

/** A whole chat completion; undefined where the body is none. */
export const readAnswer = (body: string): NeutralAnswer | undefined => {
  const parsed = answerSchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { choices, ...frame } = parsed.data;
  const readerOf = choiceReaders();
  const usage = frame.usage == null ? undefined : readUsage(frame.usage, frame.service_tier);
  const start = startOf(frame);
  const pieces = choices.map(({ message }) => message).filter(isPiece);
  return gatherAnswer([
    ...(start ? [start] : []),
    ...choices.flatMap((choice, at) =>
      readerOf(choice, at)(
        { ...choice, finish_reason: choice.finish_reason ?? "" },
        withPlaces(choice.message),
      ),
    ),
    ...unsaidIn(frame, pieces).map((what) => ({ kind: "unsaid" as const, what })),
    ...(usage ? [{ kind: "usage" as const, usage }] : []),
  ]);
};
