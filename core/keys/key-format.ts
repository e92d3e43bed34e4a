import type { Brand, KeyId, OrganizationId } from "../ids";
import { crc32 } from "./crc32";

/** A whole SmashCost key in the clear: shown once, then kept as its SHA-256 only. */
export type ApiKey = Brand<string, "ApiKey">;

export type ParsedKey = { readonly organization: OrganizationId; readonly key: KeyId };

/** Digits of ids, in the order of ASCII. */
export const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const shape = /^(sk-sc-([0-9A-Za-z]{12})-([0-9A-Za-z]{10})-[0-9A-Za-z]{32})-([0-9A-Za-z]{6})$/;

/** Draws an id or a secret; 6 random bits a character, the two values above base62 are drawn again. */
const draw = (length: number, randomBytes: (count: number) => Uint8Array): string => {
  let text = "";
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      const digit = base62[byte & 63];
      if (digit !== undefined && text.length < length) text += digit;
    }
  }
  return text;
};

export const drawOrganizationId = (randomBytes: (count: number) => Uint8Array) =>
  draw(12, randomBytes) as OrganizationId;

export const drawKeyId = (randomBytes: (count: number) => Uint8Array) =>
  draw(10, randomBytes) as KeyId;

const checksum = (body: string): string => {
  let rest = crc32(body);
  let text = "";
  for (let digit = 0; digit < 6; digit += 1) {
    text = (base62[rest % 62] ?? "") + text;
    rest = Math.floor(rest / 62);
  }
  return text;
};

/**
 * Makes a key `sk-sc-<organization>-<key>-<secret>-<checksum>`: 190 random bits of secret.
 *
 * @param randomBytes - a cryptographic source, lent.
 */
export const createApiKey = (
  { organization, key }: ParsedKey,
  randomBytes: (count: number) => Uint8Array,
): ApiKey => {
  const body = `sk-sc-${organization}-${key}-${draw(32, randomBytes)}`;
  return `${body}-${checksum(body)}` as ApiKey;
};

/** Reads whose key it is; a typo or a foreign key is `undefined`, without any look-up. */
export const parseApiKey = (text: string): ParsedKey | undefined => {
  const [, body, organization, key, sum] = shape.exec(text) ?? [];
  if (body === undefined || checksum(body) !== sum) return undefined;
  return { organization: organization as OrganizationId, key: key as KeyId };
};
