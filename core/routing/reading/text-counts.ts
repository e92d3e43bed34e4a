import { scripts } from "./characters";

/** What is counted in a text while its n-grams are read, all of the capped text. */
export class TextCounts {
  /** UTF-16 units of the whole text without its blanks; those beyond the cap are taken as none. */
  length = 0;
  letters = 0;
  capitals = 0;
  digits = 0;
  numbers = 0;
  longestNumber = 0;
  words = 0;
  longWords = 0;
  /** Words that training has met. */
  knownWords = 0;
  sentences = 0;
  /** Those with something in them, but for the first. */
  lines = 0;
  /** Lines that begin as an answer to choose from does: `A.`, `b)`, `(C)`, `1)`. */
  optionLines = 0;
  indentedLines = 0;
  /** Letters of each of `scripts`. */
  readonly scripts = new Int32Array(scripts.length);
  /** How often each ASCII unit stands in the text. */
  readonly ascii = new Int32Array(128);

  clear(): void {
    this.length = this.letters = this.capitals = this.digits = this.numbers = 0;
    this.longestNumber = this.words = this.longWords = this.knownWords = 0;
    this.sentences = this.lines = this.optionLines = this.indentedLines = 0;
    this.scripts.fill(0);
    this.ascii.fill(0);
  }
}
