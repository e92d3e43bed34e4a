import type { Conversation } from "../../core/chat/conversation";
import { lexicalCount } from "../../core/routing/reading/lexical-features";
import { ConversationReader } from "../../core/routing/reading/read-conversation";
import type { Reading } from "../../core/routing/reading/read-text";

/** The features of many conversations: n-grams as compressed sparse rows, traits as they are. */
export type FeatureMatrix = {
  readonly rows: number;
  readonly columns: number;
  /** Row r has its n-grams at `starts[r]` to `starts[r + 1]`. */
  readonly starts: Int32Array;
  readonly buckets: Int32Array;
  readonly values: Float32Array;
  /** `lexicalCount` numbers a row. */
  readonly lexical: Float32Array;
};

export const readFeatures = (
  conversations: readonly Conversation[],
  bits: number,
  known: Reading["known"],
): FeatureMatrix => {
  const reader = new ConversationReader(bits, known);
  const rows = conversations.length;
  const starts = new Int32Array(rows + 1);
  const lexical = new Float32Array(rows * lexicalCount);
  const buckets = new Growing(Int32Array);
  const values = new Growing(Float32Array);
  conversations.forEach((conversation, row) => {
    reader.read(conversation);
    for (const grams of [reader.words, reader.pieces]) {
      const scale = grams.scale();
      for (let at = 0; at < grams.size; at++) {
        buckets.push(grams.buckets[at] as number);
        values.push((grams.weights[at] as number) * scale);
      }
    }
    starts[row + 1] = buckets.length;
    lexical.set(reader.lexical, row * lexicalCount);
  });
  return {
    rows,
    columns: 1 << bits,
    starts,
    buckets: buckets.items,
    values: values.items,
    lexical,
  };
};

/** A typed array that grows by doubling. */
class Growing<Numbers extends Int32Array | Float32Array> {
  items: Numbers;
  length = 0;

  constructor(private readonly make: new (length: number) => Numbers) {
    this.items = new make(1 << 20);
  }

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new this.make(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }
}
