import type { Seal } from "../neutral/part";
import { readSeal, writeSeal } from "../neutral/seal";

/** What `encrypted_content` can hold besides OpenAI's own: each begins as foreign seals do. */
const plain = "sc1.plain";
const redactedMark = "sc1.redacted.";
const callMark = "sc1.call.";

/** What the one slot for opaque values holds of a part that another dialect's provider gave. */
export type Slot = {
  readonly seal?: Seal;
  readonly redacted?: true;
  /** It belongs to the tool call that follows. */
  readonly ofCall?: true;
};

/**
 * A slot's text. Without a seal it says that the reasoning is not OpenAI's, which would look for it
 * among what it stored; a tool call has no slot of its own, so the item before it carries its seal.
 */
export const writeSlot = ({ seal, redacted, ofCall }: Slot): string => {
  if (!seal) return plain;
  const mark = ofCall ? callMark : redacted ? redactedMark : "";
  return mark + writeSeal(seal, "responses");
};

export const readSlot = (text: string): Slot => {
  if (text === plain) return {};
  const mark = [redactedMark, callMark].find((start) => text.startsWith(start));
  const seal = readSeal(text.slice(mark?.length ?? 0), "responses");
  return {
    seal,
    ...(mark === redactedMark && { redacted: true }),
    ...(mark === callMark && { ofCall: true }),
  };
};
