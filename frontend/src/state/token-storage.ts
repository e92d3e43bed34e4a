/**
 * Where the sign-in library keeps what it must find after a reload: the refresh token and whose it
 * is. Access and id tokens live in memory alone.
 */
const survives = (name: string): boolean =>
  name.endsWith(".refreshToken") || name.endsWith(".LastAuthUser");

export type TokenStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "clear">;

/** @param lasting - this browser's local storage. */
export const createTokenStorage = (lasting: Storage): TokenStorage => {
  const memory = new Map<string, string>();
  return {
    getItem: (name) => memory.get(name) ?? lasting.getItem(name),
    setItem: (name, value) => {
      memory.set(name, value);
      if (survives(name)) lasting.setItem(name, value);
    },
    removeItem: (name) => {
      memory.delete(name);
      lasting.removeItem(name);
    },
    clear: () => memory.clear(),
  };
};

/** Whether another tab signed in or out: what a `storage` event tells. */
export const isSignInChange = ({ key }: StorageEvent): boolean =>
  key === null || key.endsWith(".LastAuthUser");
