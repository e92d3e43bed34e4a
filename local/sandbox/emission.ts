import type { TokenLogprob } from "./logprobs";

/** What a model emits, piece by piece: a stream replays it, a whole answer joins it. */
export type Emission = { readonly tokens: number } & (
  | { readonly kind: "text"; readonly text: string; readonly logprob?: TokenLogprob }
  | { readonly kind: "call"; readonly index: number; readonly id: string; readonly name: string }
  | { readonly kind: "arguments"; readonly index: number; readonly text: string }
);

/** The text up to the first of the stop sequences. */
export const untilStop = (text: string, stop: string | readonly string[] | null | undefined) => {
  const sequences = (typeof stop === "string" ? [stop] : (stop ?? [])).filter(Boolean);
  const ends = sequences.map((sequence) => text.indexOf(sequence)).filter((at) => at >= 0);
  return text.slice(0, Math.min(text.length, ...ends));
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
