declare const brand: unique symbol;

/** A type that only its own constructor may claim: two branded strings never mix. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** 12 characters of base62, no prefix: it stands inside every key. */
export type OrganizationId = Brand<string, "OrganizationId">;
/** 10 characters of base62, unique within its organization. */
export type KeyId = Brand<string, "KeyId">;
/** `req_` and a ULID: sorts by the time the request came in. */
export type RequestId = Brand<string, "RequestId">;
