import type { UserId } from "../contract/fields";

/** Whose valid access token it is, and when their session began (milliseconds since 1970 UTC). */
export type VerifiedToken = { readonly user: UserId; readonly sessionSince: number };

/** Reads access tokens of the one user pool. */
export interface TokenVerifier {
  /** Undefined where it is none of this pool and app, is expired, or was tampered with. */
  verify(token: string): Promise<VerifiedToken | undefined>;
}
