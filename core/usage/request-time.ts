import type { RequestId } from "../ids";

const prefix = "req_";
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const timeDigits = 10;
const randomDigits = 16;
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
 * The lowest id of a millisecond: every id of that time or later sorts at or after it.
 *
 * @param at - whole milliseconds since 1970 UTC, from 0 to below 2^48.
 */
export const firstIdAt = (at: number): RequestId => {
  let time = "";
  for (let rest = at; time.length < timeDigits; rest = Math.floor(rest / digits.length)) {
    time = digits.charAt(rest % digits.length) + time;
  }
  return `${prefix}${time}${"0".repeat(randomDigits)}` as unknown as RequestId;
};
