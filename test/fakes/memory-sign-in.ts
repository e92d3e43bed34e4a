import type { UserId } from "../../core/contract/fields";
import type { SignIn } from "../../core/ports/sign-in";

export type MemorySignIn = SignIn & {
  /** Somebody with an address, in any case. */
  add(user: UserId, email: string, verified?: boolean): void;
  /** Who was signed out, in order. */
  readonly signedOut: readonly UserId[];
};

/** A sign-in service whose users are put there by the test. */
export const createMemorySignIn = (): MemorySignIn => {
  const users = new Map<UserId, { email: string; verified: boolean }>();
  const signedOut: UserId[] = [];
  return {
    signedOut,
    add: (user, email, verified = true) => users.set(user, { email, verified }),
    emailOf: async (user) => {
      const found = users.get(user);
      return found?.verified ? found.email.toLowerCase() : undefined;
    },
    signOut: async (user) => {
      signedOut.push(user);
    },
    remove: async (user) => {
      users.delete(user);
    },
  };
};
