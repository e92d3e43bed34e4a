import { toFinishReason } from "../../../../core/chat/completions/finish-reason";
import type { NeutralEvent } from "../../../../core/chat/neutral/event";
import { createCallReader } from "./call-reader";
import { type Prose, proseOf, readLogprobs } from "./prose";
import type { Piece, ReadChoice } from "./schema";

/** Reads what is said of one choice, piece by piece or at once. */
export type ChoiceReader = (choice: ReadChoice, piece: Piece | null | undefined) => NeutralEvent[];

/** @param choice - its number among the answers to the request. */
export const createChoiceReader = (choice: number): ChoiceReader => {
  let parts = 0;
  let open: { readonly kind: Prose["kind"]; readonly part: number } | undefined;
  let finished = false;
  const nextPart = () => {
    open = undefined;
    parts += 1;
    return parts - 1;
  };
  const calls = createCallReader(choice, nextPart);

  /** Words of one kind that follow each other are one part. */
  const partOf = (kind: Prose["kind"]): number => {
    const part = open?.kind === kind ? open.part : nextPart();
    open = { kind, part };
    return part;
  };
  const readPiece = (piece: Piece, logprobs: ReturnType<typeof readLogprobs>): NeutralEvent[] => {
    const prose = proseOf(piece);
    const silent = logprobs && !prose.some(({ kind }) => kind === "text");
    const said: readonly Prose[] = silent ? [...prose, { kind: "text", text: "" }] : prose;
    let tokens = logprobs;
    return said.map(({ kind, text }) => {
      const place = { choice, part: partOf(kind), text };
      if (kind !== "text") return { kind, ...place };
      const event = { kind, ...place, ...(tokens && { logprobs: tokens }) };
      tokens = undefined;
      return event;
    });
  };
  const finish = (word: string | null | undefined): NeutralEvent[] => {
    if (word == null || finished) return [];
    finished = true;
    const reason = toFinishReason(word, calls.called());
    return [...calls.rest(), { kind: "finish", choice, reason }];
  };
  return ({ finish_reason, logprobs }, piece) => [
    ...(piece ? readPiece(piece, readLogprobs(logprobs)) : []),
    ...(piece ? calls.read(piece) : []),
    ...finish(finish_reason),
  ];
};
