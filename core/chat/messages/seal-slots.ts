import type { ReasoningPart, Seal } from "../neutral/part";
import { isForeignSeal, readSeal, writeSeal } from "../neutral/seal";

const own = "messages";

/** Marks a seal that belongs to the tool call behind it, as Gemini signs those. */
const ofCall = "call:";

/**
 * The signature of a thought that nobody signed: one of no dialect that has signatures, so that it is
 * taken out again where it would be held against Anthropic's own.
 */
const unsigned: Seal = { dialect: "completions", value: "" };

export const signatureOf = ({ seal }: ReasoningPart): string => writeSeal(seal ?? unsigned, own);

/** What a thinking block's signature says; undefined where nobody signed. */
export const sealOfSignature = (signature: string): Seal | undefined => {
  const seal = readSeal(signature, own);
  return seal.value === "" ? undefined : seal;
};

/** Blocks have no slot for a call's seal: it stands before the call, as a redacted thought. */
export const redactedOfCall = ({ dialect, value }: Seal): string =>
  writeSeal({ dialect, value: `${ofCall}${value}` }, own);

/** The seal that `redactedOfCall` wrote; undefined where the data is a redacted thought's own. */
export const callSealOf = (data: string): Seal | undefined => {
  const { dialect, value } = readSeal(data, own);
  return isForeignSeal(data) && value.startsWith(ofCall)
    ? { dialect, value: value.slice(ofCall.length) }
    : undefined;
};
