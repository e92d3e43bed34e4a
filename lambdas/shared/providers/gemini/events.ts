import type { NeutralAnswer } from "../../../../core/chat/neutral/answer";
import type { NeutralEvent } from "../../../../core/chat/neutral/event";
import { gatherAnswer } from "../../../../core/chat/neutral/gather-answer";
import { parseJson } from "../../parse-json";
import type { EventReader } from "../adapter";
import { createCandidateReader } from "./candidate-reader";
import { type Chunk, chunkSchema } from "./chunk";
import { toFailure } from "./errors";
import { readUsage } from "./usage";
import { billedSearches } from "./web-searches";

type CandidateReader = ReturnType<typeof createCandidateReader>;

/** What of an id may stand in the id of a call. */
const idCharacters = /[^\w-]/g;

/** The events of an answer's chunks, one by one; of a whole answer there is one chunk. */
const createChunkReader = () => {
  const candidates = new Map<number, CandidateReader>();
  const queries = new Set<string>();
  let start: { readonly id?: string; readonly model?: string } | undefined;
  let counted: Chunk["usageMetadata"];

  const readerOf = (choice: number): CandidateReader => {
    const answerId = () => (start?.id ?? "0").replace(idCharacters, "_");
    const known = candidates.get(choice) ?? createCandidateReader(choice, answerId);
    candidates.set(choice, known);
    return known;
  };

  const begin = ({ responseId, modelVersion }: Chunk): readonly NeutralEvent[] => {
    if (start) return [];
    start = {
      ...(responseId != null && { id: responseId }),
      ...(modelVersion != null && { model: modelVersion }),
    };
    return [{ kind: "start", ...start }];
  };

  /** A prompt that was blocked is answered by no candidate at all. */
  const blocked = ({ promptFeedback, candidates: said }: Chunk): readonly NeutralEvent[] =>
    promptFeedback?.blockReason != null && (said ?? []).length === 0
      ? [{ kind: "finish", choice: 0, reason: "content-filter" }]
      : [];

  /** The whole count so far, each time with the searches so far. */
  const count = (chunk: Chunk): readonly NeutralEvent[] => {
    const found = (chunk.candidates ?? [])
      .flatMap(({ groundingMetadata }) => groundingMetadata?.webSearchQueries ?? [])
      .filter((query) => query !== "" && !queries.has(query));
    for (const query of found) queries.add(query);
    if (readUsage(chunk.usageMetadata)) counted = chunk.usageMetadata;
    else if (found.length === 0) return [];
    const usage = readUsage(counted);
    if (!usage) return [];
    const searches = billedSearches(queries, start?.model ?? "");
    const alone = (chunk.candidates ?? []).length === 0 && chunk.promptFeedback == null;
    return [
      {
        kind: "usage",
        usage: { ...usage, ...(searches > 0 && { units: { "web-search": searches } }) },
        ...(alone && { alone }),
      },
    ];
  };

  return (chunk: Chunk): readonly NeutralEvent[] => [
    ...begin(chunk),
    // Before the answer's end, after which nobody may be listening.
    ...count(chunk),
    ...(chunk.candidates ?? []).flatMap((candidate) =>
      readerOf(candidate.index ?? 0).read(candidate),
    ),
    ...blocked(chunk),
  ];
};

/**
 * Reads a stream. It has no end mark: the answer is whole when each of its candidates has finished,
 * and the last count stands in that same chunk.
 * @see https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent (read 2026-11-24)
 */
export const createEventReader = (): EventReader => {
  const readChunk = createChunkReader();
  const readValue = (value: unknown): readonly NeutralEvent[] => {
    const failure = toFailure(value);
    if (failure) {
      const { code, message = "", spentCredit } = failure;
      return [{ kind: "failure", code, message, spentCredit }];
    }
    if (Array.isArray(value)) return value.flatMap(readValue);
    const parsed = chunkSchema.safeParse(value);
    return parsed.success ? readChunk(parsed.data) : [];
  };
  return (data) => readValue(parseJson(data));
};

/** A whole answer; undefined where the body is none. */
export const readAnswer = (body: string): NeutralAnswer | undefined => {
  const events = createEventReader()(body);
  const answers = events.some(({ kind }) => kind === "finish");
  return answers ? gatherAnswer(events) : undefined;
};
