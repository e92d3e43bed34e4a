import type { UserId } from "../contract/fields";

/** The sign-in service, as the control plane uses it on users' behalf. */
export interface SignIn {
  /** The verified e-mail address, lower case; undefined where the user is unknown or unverified. */
  emailOf(user: UserId): Promise<string | undefined>;
  /** Voids all refresh tokens. */
  signOut(user: UserId): Promise<void>;
  /** Idempotent. */
  remove(user: UserId): Promise<void>;
}
