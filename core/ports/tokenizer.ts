/** Counts a text's tokens by a real tokenizer: close to any provider's count, equal to none. */
export type CountTokens = (text: string) => Promise<number>;
