/**
 * Cuts a text into pieces of about the size of a tokenizer's tokens. Joined they are the text.
 * Words of up to eight letters with the space before them are one piece, as are three digits.
 */
export const piecesOf = (text: string): string[] =>
  text.match(/ ?\p{L}{1,8}| ?\d{1,3}|\s+| ?[^\s\p{L}\d]{1,3}/gu) ?? [];

export const countTokens = (text: string): number => piecesOf(text).length;
