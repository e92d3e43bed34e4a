import type { NeutralEvent, TokenLogprob } from "../../../../core/chat/neutral/event";
import type { AnswerItem, AnswerPart } from "./answer-item";

type SaidKind = "text" | "refusal";

/** Reads one answer's items, each of them in pieces or at once. */
export type OutputReader = {
  said(
    place: string,
    kind: SaidKind,
    text: string,
    logprobs?: readonly TokenLogprob[],
  ): NeutralEvent[];
  /** @param piece - which summary or text of the item it is of. */
  thought(place: string, piece: string, text: string): NeutralEvent[];
  called(place: string, item: AnswerItem): NeutralEvent[];
  argued(place: string, text: string): NeutralEvent[];
  /** An item at its end: what of it did not come in pieces. */
  settle(place: string, item: AnswerItem): NeutralEvent[];
  /** The items that ended, by their places. */
  readonly settled: ReadonlyMap<string, AnswerItem>;
};

/** A part that began, and whether any of its text came. */
type Begun = { readonly number: number; came: boolean; piece?: string };

const joinedThought = ({ summary, content }: AnswerItem): string => {
  const texts = summary && summary.length > 0 ? summary : (content ?? []);
  return texts
    .map(({ text }) => text ?? "")
    .filter((text) => text !== "")
    .join("\n\n");
};

const unsaid = (what: string): NeutralEvent => ({ kind: "unsaid", what });

/** What an item holds beside its text that no other dialect has a word for. */
const unsaidIn = (item: AnswerItem): NeutralEvent[] => {
  if (item.type === "reasoning") return [];
  if (item.type === "function_call") return item.namespace ? [unsaid("namespaced tools")] : [];
  if (item.type !== "message") return [unsaid(item.type)];
  return (item.content ?? []).flatMap((part) => {
    if (part.type === "output_text") return part.annotations?.length ? [unsaid("citations")] : [];
    return part.type === "refusal" ? [] : [unsaid(part.type)];
  });
};

const saidKinds: Readonly<Record<string, SaidKind>> = { output_text: "text", refusal: "refusal" };

/** What a part of a message says, by its type; undefined where it is no text. */
export const saidKindOf = ({ type }: Pick<AnswerPart, "type">): SaidKind | undefined =>
  Object.hasOwn(saidKinds, type) ? saidKinds[type] : undefined;

export const createOutputReader = (): OutputReader => {
  const begun = new Map<string, Begun>();
  const settled = new Map<string, AnswerItem>();
  const settledIds = new Set<string>();

  const at = (place: string): Begun => {
    const known = begun.get(place) ?? { number: begun.size, came: false };
    begun.set(place, known);
    return known;
  };

  const said: OutputReader["said"] = (place, kind, text, logprobs) => {
    const part = at(place);
    if (text !== "") part.came = true;
    const event = { kind, choice: 0, part: part.number, text };
    return [logprobs?.length && kind === "text" ? { ...event, kind, logprobs } : event];
  };

  const thought: OutputReader["thought"] = (place, piece, text) => {
    if (text === "") return [];
    const part = at(place);
    const next = part.piece !== undefined && part.piece !== piece;
    part.piece = piece;
    part.came = true;
    const words = next ? `\n\n${text}` : text;
    return [{ kind: "reasoning", choice: 0, part: part.number, text: words }];
  };

  const called: OutputReader["called"] = (place, item) => {
    if (begun.has(place)) return [];
    const { number } = at(place);
    const id = item.call_id ?? item.id ?? `call_0_${number}`;
    return [{ kind: "tool-call", choice: 0, part: number, id, name: item.name ?? "" }];
  };

  const argued: OutputReader["argued"] = (place, text) => {
    const part = begun.get(place);
    if (!part || text === "") return [];
    part.came = true;
    return [{ kind: "arguments", choice: 0, part: part.number, text }];
  };

  const settleReasoning = (place: string, item: AnswerItem): NeutralEvent[] => {
    const text = begun.get(place)?.came ? "" : joinedThought(item);
    const seal = item.encrypted_content;
    if (text === "" && !seal) return [];
    const event = { kind: "reasoning" as const, choice: 0, part: at(place).number, text };
    return [seal ? { ...event, seal: { dialect: "responses", value: seal } } : event];
  };

  const settleMessage = (place: string, { content }: AnswerItem): NeutralEvent[] =>
    (content ?? []).flatMap((part, index) => {
      const kind = saidKindOf(part);
      const within = `${place}/${index}`;
      const known = begun.get(within);
      const text = (kind === "refusal" ? part.refusal : part.text) ?? "";
      if (!kind || known?.came || (known && text === "")) return [];
      return said(within, kind, text, part.logprobs ?? undefined);
    });

  const settleCall = (place: string, item: AnswerItem): NeutralEvent[] => {
    const first = called(place, item);
    const rest = begun.get(place)?.came ? [] : argued(place, item.arguments ?? "");
    return [...first, ...rest];
  };

  return {
    said,
    thought,
    called,
    argued,
    settled,
    settle(place, item) {
      // Its place may differ in the whole answer, or its id.
      if (settled.has(place) || (item.id != null && settledIds.has(item.id))) return [];
      settled.set(place, item);
      if (item.id != null) settledIds.add(item.id);
      const events =
        item.type === "message"
          ? settleMessage(place, item)
          : item.type === "reasoning"
            ? settleReasoning(place, item)
            : item.type === "function_call"
              ? settleCall(place, item)
              : [];
      return [...events, ...unsaidIn(item)];
    },
  };
};
