import type { Conversation, Turn } from "../../chat/conversation";
import { sumAscii } from "./count";
import { GramSet } from "./gram-set";
import { lexicalCount, writeLexical } from "./lexical-features";
import { type Manner, type Reading, readText } from "./read-text";
import { TextCounts } from "./text-counts";

/** Of a text, the first and the last units that are read. */
type Cap = { readonly head: number; readonly tail: number };

const asked: Cap = { head: 2_500, tail: 1_500 };
const aside: Cap = { head: 800, tail: 400 };

/** What the last user turn weighs is 1; a system prompt says what an assistant is for. */
const systemWeight = 0.6;
/** What was asked before, for turns such as "and in German?". */
const previousWeight = 0.35;

/** Instructions stand first or last in a text; what they are to work on lies between. */
const opens = 140;
const closes = 110;
const middleWeight = 0.4;
/** Of what lies between, pieces of words are read of so many units. */
const piecesMost = 1_000;

/** The most n-grams that the caps let through. */
const mostGrams = 1 << 14;

/**
 * The features of one conversation at a time: they are overwritten by the next. Reading never fails
 * and takes bounded time, whatever the size of the request.
 */
export class ConversationReader implements Reading {
  readonly words: GramSet;
  readonly pieces: GramSet;
  readonly counts = new TextCounts();
  readonly lexical = new Float32Array(lexicalCount);

  /**
   * @param bits - n-grams fall into 2 to that many buckets.
   * @param known - the words that training has met.
   */
  constructor(
    bits: number,
    readonly known: Reading["known"],
  ) {
    this.words = new GramSet(bits, mostGrams);
    this.pieces = new GramSet(bits, mostGrams);
  }

  read(conversation: Conversation): void {
    this.words.clear();
    this.pieces.clear();
    this.counts.clear();
    const { turns } = conversation;
    const last = lastUserTurn(turns, turns.length);
    this.#add(turns[last]?.text ?? "", asked, 1, true);
    this.#add(turns.find(({ role }) => role === "system")?.text ?? "", aside, systemWeight, false);
    this.#add(turns[lastUserTurn(turns, last)]?.text ?? "", aside, previousWeight, false);
    this.counts.length += Math.max(0, (turns[last]?.text.length ?? 0) - asked.head - asked.tail);
    sumAscii(this.counts);
    writeLexical(conversation, this.counts, this.lexical);
  }

  #add(text: string, { head, tail }: Cap, weight: number, counting: boolean): void {
    const start = firstInk(text);
    const end = lastInk(text, start);
    const length = end - start;
    const opening = length <= opens + closes ? end : wordEnd(text, start + opens);
    const closing = Math.max(opening, wordEnd(text, end - closes));
    const edges = { weight, counting, inPieces: true };
    // What weighs most comes first: of an n-gram that stands twice, the first counts.
    this.#read(text, start, opening, edges);
    this.#read(text, closing, end, edges);
    const middle = { ...edges, weight: weight * middleWeight };
    const whole = Math.min(closing, opening + piecesMost);
    this.#read(text, opening, whole, middle);
    const rest = { ...middle, inPieces: false };
    const headEnd = Math.min(closing, start + head);
    this.#read(text, whole, headEnd, rest);
    this.#read(text, Math.max(whole, headEnd, end - tail), closing, rest);
  }

  #read(text: string, from: number, to: number, manner: Manner): void {
    if (from < to) readText(text, from, to, manner, this);
  }
}

const space = 0x20;
/** Blanks around a text are skipped, but not without end. */
const mostBlanks = 1_000;

/** Where the text begins, blanks left out. */
const firstInk = (text: string): number => {
  const most = Math.min(text.length, mostBlanks);
  let at = 0;
  while (at < most && text.charCodeAt(at) <= space) at++;
  return at;
};

/** Where it ends. */
const lastInk = (text: string, start: number): number => {
  const least = Math.max(start, text.length - mostBlanks);
  let at = text.length;
  while (at > least && text.charCodeAt(at - 1) <= space) at--;
  return at;
};

const longestWord = 24;

/** The end of the word at that place; the place itself where words are not spaced. */
const wordEnd = (text: string, at: number): number => {
  for (let end = at; end < at + longestWord && end < text.length; end++) {
    if (text.charCodeAt(end) <= space) return end;
  }
  return at;
};

/** The place of the last user turn before `end`; −1 where there is none. */
const lastUserTurn = (turns: readonly Turn[], end: number): number => {
  for (let at = end - 1; at >= 0; at--) if (turns[at]?.role === "user") return at;
  return -1;
};
