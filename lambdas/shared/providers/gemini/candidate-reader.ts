import type { NeutralEvent } from "../../../../core/chat/neutral/event";
import type { AnswerPart, Candidate, FunctionCall } from "./chunk";
import { toFinishReason } from "./finish-reason";
import { withPiece } from "./partial-arguments";
import { sealOfText, toSeal } from "./signature";

type CandidateReader = {
  read(candidate: Candidate): readonly NeutralEvent[];
};

/** A call whose arguments come in pieces. */
type OpenCall = { readonly part: number; args: unknown };

/** Parts that Gemini's own tools leave in an answer, and media; no other dialect has a word for them. */
const unsaidParts = [
  "executableCode",
  "codeExecutionResult",
  "toolCall",
  "toolResponse",
  "inlineData",
  "fileData",
];
const unsaidAbout = ["groundingMetadata", "citationMetadata", "urlContextMetadata"];

const unsaid = (holder: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  names
    .filter((name) => holder[name] != null)
    .map((what): NeutralEvent => ({ kind: "unsaid", what }));

/**
 * Reads one of a stream's answers. Its parts come whole or in pieces: a piece of the same kind
 * continues the part before it, unless a signature has ended that one.
 *
 * @param answerId - for the ids of calls, where the model gives none: unlike those of other answers,
 *   as one conversation may hold several.
 */
export const createCandidateReader = (choice: number, answerId: () => string): CandidateReader => {
  let parts = 0;
  let current: "text" | "reasoning" | undefined;
  let open: OpenCall | undefined;
  let calls = 0;

  const placeOf = (kind: typeof current) => {
    if (kind === undefined || kind !== current) parts += 1;
    current = kind;
    return { choice, part: parts - 1 };
  };

  const closeCall = (): readonly NeutralEvent[] => {
    if (!open) return [];
    const { part, args } = open;
    open = undefined;
    return [{ kind: "arguments", choice, part, text: JSON.stringify(args) }];
  };

  const beginCall = (
    { id, name, args, partialArgs, willContinue }: FunctionCall,
    signature: string | null | undefined,
  ): readonly NeutralEvent[] => {
    const ended = closeCall();
    const place = placeOf(undefined);
    calls += 1;
    const begun: NeutralEvent = {
      ...place,
      kind: "tool-call",
      id: id ?? `call_${answerId()}_${choice}_${place.part}`,
      name: name ?? "",
      ...(signature != null && { seal: toSeal(signature, "here") }),
    };
    open = { part: place.part, args: (partialArgs ?? []).reduce<unknown>(withPiece, args ?? {}) };
    return [...ended, begun, ...(willContinue === true ? [] : closeCall())];
  };

  const readCall = (call: FunctionCall, signature: string | null | undefined) => {
    if (call.name != null || !open) return call.name == null ? [] : beginCall(call, signature);
    open.args = (call.partialArgs ?? []).reduce<unknown>(withPiece, open.args);
    return call.willContinue === true ? [] : closeCall();
  };

  const readThought = (text: string, signature: string | null | undefined): NeutralEvent[] => {
    const event: NeutralEvent = {
      ...placeOf("reasoning"),
      kind: "reasoning",
      text,
      ...(signature != null && { seal: toSeal(signature, "here") }),
    };
    if (signature != null) current = undefined;
    return [event];
  };

  const readText = (text: string, signature: string | null | undefined): NeutralEvent[] => {
    const said: NeutralEvent[] = text === "" ? [] : [{ ...placeOf("text"), kind: "text", text }];
    if (signature == null) return said;
    const place = text === "" ? "alone" : "text";
    return [...said, { ...placeOf(undefined), ...sealOfText(signature, place) }];
  };

  const readPart = (part: AnswerPart): readonly NeutralEvent[] => {
    const { functionCall, text, thought, thoughtSignature } = part;
    if (functionCall) return readCall(functionCall, thoughtSignature);
    if (text == null) return unsaid(part, unsaidParts);
    if (thought !== true) return readText(text, thoughtSignature);
    return text === "" && thoughtSignature == null ? [] : readThought(text, thoughtSignature);
  };

  return {
    read: (candidate) => {
      const { content, finishReason } = candidate;
      const said = (content?.parts ?? []).flatMap(readPart);
      const about = unsaid(candidate, unsaidAbout);
      if (finishReason == null) return [...said, ...about];
      const reason = toFinishReason(finishReason, calls > 0);
      return [...said, ...closeCall(), ...about, { kind: "finish", choice, reason }];
    },
  };
};
