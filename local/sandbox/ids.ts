const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A prefix and `length` characters of base62, as OpenAI names completions and tool calls. */
export const randomId = (prefix: string, length: number, random: () => number): string =>
  prefix +
  Array.from({ length }, () => letters.charAt(Math.floor(random() * letters.length))).join("");
