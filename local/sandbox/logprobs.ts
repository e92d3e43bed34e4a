import type { Dice } from "./seeded";

type Likely = { readonly token: string; readonly logprob: number; readonly bytes: number[] };

/** How likely a token was, and the likeliest in its place, itself first. */
export type TokenLogprob = Likely & { readonly top_logprobs: readonly Likely[] };

const alternatives = [
  ...[" the", " a", " sandbox", ".", ",", " canned", " is", " and", " of", " to", " an", " in"],
  ...[" answer", " model", " for", " with", " this", " that", " on", " it"],
];

const likely = (token: string, logprob: number): Likely => ({
  token,
  logprob: Math.round(logprob * 1e6) / 1e6,
  bytes: [...new TextEncoder().encode(token)],
});

/** @param top - how many of the likeliest are listed, 0 to 20. */
export const tokenLogprob = (token: string, top: number, dice: Dice): TokenLogprob => {
  const own = -dice.roll() * 0.5;
  const others = alternatives.filter((other) => other !== token).slice(0, Math.max(0, top - 1));
  let logprob = own;
  const listed = others.map((other) => {
    logprob -= 0.5 + dice.roll();
    return likely(other, logprob);
  });
  return {
    ...likely(token, own),
    top_logprobs: top > 0 ? [likely(token, own), ...listed] : [],
  };
};
