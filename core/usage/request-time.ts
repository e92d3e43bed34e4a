import type { RequestId } from "../ids";

const prefix = "req_";
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const timeDigits = 10;
const shape = /^req_[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/**
 * When a request came in, read from its id: `req_` and a ULID, whose first ten digits are the
 * millisecond since 1970 UTC in Crockford's base 32.
 *
 * @returns undefined where the id is none of ours.
 * @see https://github.com/ulid/spec (read 2026-11-24)
 */
export const requestTime = (id: string): number | undefined => {
  if (!shape.test(id)) return undefined;
  const time = id.slice(prefix.length, prefix.length + timeDigits);
  return Array.from(time).reduce((sum, digit) => sum * digits.length + digits.indexOf(digit), 0);
};

/**
 * The text that sorts before every id of that millisecond and after every earlier one.
 *
 * @param at - whole milliseconds since 1970 UTC, below 2^48.
 */
export const firstIdAt = (at: number): RequestId => {
  let text = "";
  for (let rest = at; text.length < timeDigits; rest = Math.floor(rest / digits.length)) {
    text = digits.charAt(rest % digits.length) + text;
  }
  return `${prefix}${text}` as unknown as RequestId;
};
