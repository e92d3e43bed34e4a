import type { CountTokens } from "../../core/ports/tokenizer";

type Encoding = typeof import("gpt-tokenizer/encoding/o200k_base");

/** Beyond so many characters a text's head stands for the whole: counting holds up everything else. */
const mostCharacters = 1_000_000;

/**
 * OpenAI's o200k tokenizer. Its two megabytes of tables are loaded with the first count: only
 * requests that broke off before their provider counted need one.
 */
export const createO200kTokenizer = (): CountTokens => {
  let encoding: Encoding | undefined;
  return async (text) => {
    encoding ??= await import("gpt-tokenizer/encoding/o200k_base");
    const head = text.slice(0, mostCharacters);
    // Text that looks like a control token is text here.
    const tokens = encoding.countTokens(head, { allowedSpecial: "all" });
    return Math.ceil((tokens * text.length) / Math.max(1, head.length));
  };
};
