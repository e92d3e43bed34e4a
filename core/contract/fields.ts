import * as z from "zod";
import type { OfferName } from "../catalog/offer";
import { isProviderId, providerIds } from "../catalog/provider-id";
import type { Brand, KeyId, RequestId } from "../ids";
import { requestTime } from "../usage/request-time";
import { isTimeZone } from "../usage/time-zone";

/** Cognito's `sub`: a UUID. */
export type UserId = Brand<string, "UserId">;
/** 16 characters of base62. */
export type InviteId = Brand<string, "InviteId">;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** A line of text that people read: trimmed, not empty, without control characters. */
export const line = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !controls.test(text), "has a control character; leave it out")
    .transform((text) => text.trim())
    .refine((text) => text !== "", "is empty; write something");

/** A value that is looked for, as it was recorded; empty: none. */
export const filterText = z
  .string()
  .max(300)
  .refine((text) => !controls.test(text), "has a control character; leave it out");

/** Lower case, as it is compared everywhere. */
export const emailField = z
  .email("is no e-mail address")
  .max(254)
  .transform((text) => text.toLowerCase());

export const timeZoneField = z
  .string()
  .max(64)
  .refine(isTimeZone, "is no known time zone; use an IANA name such as Europe/Berlin");

export const providerField = z.enum(providerIds);

const isOfferName = (text: string): boolean => {
  const at = text.indexOf("/");
  return at > 0 && at < text.length - 1 && isProviderId(text.slice(0, at));
};

/** `provider/model`. */
export const offerField = z
  .string()
  .max(300)
  .refine((text) => !controls.test(text) && isOfferName(text), "is no provider/model")
  .transform((text) => text as OfferName);

export const keyIdField = z
  .string()
  .regex(/^[0-9A-Za-z]{10}$/, "is no key's id")
  .transform((text) => text as KeyId);

export const userIdField = z.uuid("is no user's id").transform((text) => text as unknown as UserId);

export const inviteIdField = z
  .string()
  .regex(/^[0-9A-Za-z]{16}$/, "is no invite's id")
  .transform((text) => text as InviteId);

export const requestIdField = z
  .string()
  .max(40)
  .refine((text) => requestTime(text) !== undefined, "is no request's id")
  .transform((text) => text as unknown as RequestId);

/** A secret of ours that came by mail: 43 characters of base64url. */
export const secretField = z
  .string()
  .regex(/^[\w-]{43}$/, "is no token of ours; open the link again");

/** An amount that may be negative, as whole pico-dollars in decimal digits: exact at any size. */
export const picoUsdText = z.string().regex(/^-?\d{1,40}$/);

/** A budget or threshold: whole µUSD, at most $1 billion. */
export const microUsdField = z.int().positive().max(1_000_000_000_000_000);

/** An instant in an answer, `2026-11-24T14:03:07.000Z`. */
export const instantText = z.iso.datetime();

/** An instant in a request, in any offset; milliseconds since 1970 UTC once read. */
export const instantField = z.iso
  .datetime({ offset: true, error: "is no instant; write it like 2026-11-24T14:03:07Z" })
  .transform((text) => Date.parse(text));

/** `text` of a query as a whole number. */
export const countField = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "is no whole number")
    .transform(Number)
    .pipe(z.int().min(least).max(most));

/** Where the next page begins: as the page before gave it. */
export const cursorField = z
  .string()
  .regex(/^[\w.:~-]{1,200}$/, "is no cursor; give back that of the page before");
