import type { Tokens } from "../money/amounts";

const sampled = 32_768;

/** Tokens of a stretch of text, by script: about four Latin letters, or one CJK character, a token. */
const weigh = (text: string, from: number, to: number): number => {
  let quarters = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) quarters += 1;
    else if (unit < 0x2e80) quarters += 2;
    else quarters += 4;
  }
  return quarters / 4;
};

/**
 * Estimates a text's tokens without a tokenizer, in constant time for long texts: beyond 64 kB the
 * head and the tail stand for the whole. Within about 15% of o200k on prose; for budgets and
 * routing, never for a bill that the provider can give.
 */
export const estimateTokens = (text: string): Tokens => {
  const { length } = text;
  if (length <= 2 * sampled) return Math.ceil(weigh(text, 0, length)) as Tokens;
  const ends = weigh(text, 0, sampled) + weigh(text, length - sampled, length);
  return Math.ceil((ends * length) / (2 * sampled)) as Tokens;
};

/** As `estimateTokens`, not rounded: to be summed over the pieces of one text. */
export const tokenWeight = (text: string): number => weigh(text, 0, text.length);
