import type { TokenLogprob } from "./logprobs";

/** What a model emits, piece by piece: a stream replays it, a whole answer joins it. */
export type Emission = { readonly tokens: number } & (
  | { readonly kind: "thought"; readonly text: string }
  | { readonly kind: "text"; readonly text: string; readonly logprob?: TokenLogprob }
  | { readonly kind: "call"; readonly index: number; readonly name: string }
  | { readonly kind: "arguments"; readonly index: number; readonly text: string }
);

/** The text up to the first of the stop sequences, and which one that is. */
export const untilStop = (
  text: string,
  stop: readonly string[],
): { readonly said: string; readonly sequence?: string } => {
  const found = stop
    .filter(Boolean)
    .map((sequence) => ({ sequence, at: text.indexOf(sequence) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)[0];
  return found ? { said: text.slice(0, found.at), sequence: found.sequence } : { said: text };
};

/** As many emissions as fit into a number of tokens. */
export const within = (emissions: readonly Emission[], tokens: number): readonly Emission[] => {
  let left = tokens;
  const cut = emissions.findIndex((emission) => {
    left -= emission.tokens;
    return left < 0;
  });
  return cut < 0 ? emissions : emissions.slice(0, cut);
};

export const tokensOf = (emissions: readonly Emission[]): number =>
  emissions.reduce((sum, { tokens }) => sum + tokens, 0);
