import type { ReasoningPart, Seal } from "../../../../core/chat/neutral/part";

/**
 * Gemini signs its thoughts at the part that they led to: a call, a text, or a part that is empty but
 * for the signature. It has to come back at the very same place, and parts with and without one may
 * not be joined. Neutral texts bear no seal: theirs is a part of its own after the text, and its value
 * says where it stood.
 *
 * - `text.SIGNATURE`: at the text before it.
 * - `alone.SIGNATURE`: at a part of its own.
 * - `SIGNATURE`: at the part that bears the seal, or at the call after it.
 *
 * @see https://ai.google.dev/gemini-api/docs/thought-signatures (read 2026-11-24)
 */
type SignaturePlace = "text" | "alone" | "here";

// A signature is base64, which knows no dot.
const mark = (place: SignaturePlace): string => (place === "here" ? "" : `${place}.`);

export const toSeal = (signature: string, place: SignaturePlace): Seal => ({
  dialect: "gemini",
  value: `${mark(place)}${signature}`,
});

/** A seal's signature and its place; undefined where another dialect wrote it. */
export const readSignature = (
  seal: Seal | undefined,
): { readonly signature: string; readonly place: SignaturePlace } | undefined => {
  if (seal?.dialect !== "gemini") return undefined;
  const place = (["text", "alone"] as const).find((name) => seal.value.startsWith(mark(name)));
  if (place === undefined) return { signature: seal.value, place: "here" };
  return { signature: seal.value.slice(mark(place).length), place };
};

/** The part that keeps the signature of a text. */
export const sealOfText = (signature: string, place: "text" | "alone"): ReasoningPart => ({
  kind: "reasoning",
  text: "",
  seal: toSeal(signature, place),
  redacted: true,
});

/**
 * Stands for the signature of a call that no Gemini model made: Gemini 3 refuses the first call of a
 * step without one. The documented text `skip_thought_signature_validator`, in the base64 that the
 * field is written in.
 * @see https://ai.google.dev/gemini-api/docs/thought-signatures#faqs (read 2026-11-24)
 */
export const unsignedCall = "c2tpcF90aG91Z2h0X3NpZ25hdHVyZV92YWxpZGF0b3I=";
