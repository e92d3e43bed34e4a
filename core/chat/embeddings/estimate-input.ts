import type { Tokens } from "../../money/amounts";
import { estimateTokens } from "../estimate-tokens";
import type { EmbeddingsRequest } from "./embeddings-request";

const tokensOf = (item: string | number | readonly number[]): number => {
  if (typeof item === "string") return estimateTokens(item);
  return typeof item === "number" ? 1 : item.length;
};

/** The input's tokens: counted where the caller gives tokens, estimated where it gives texts. */
export const estimateInput = ({ input }: Pick<EmbeddingsRequest, "input">): Tokens =>
  (typeof input === "string"
    ? estimateTokens(input)
    : input.reduce<number>((sum, item) => sum + tokensOf(item), 0)) as Tokens;
