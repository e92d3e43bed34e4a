import * as z from "zod";
import type { MemoryStorage } from "./memory-storage";

const schema = z.object({
  /** Cognito's `sub`. */
  user: z.string(),
  refreshToken: z.string(),
});

/** What outlives a reload. Access and id tokens, and the password, live in memory alone. */
export type Kept = z.infer<typeof schema>;

export type KeptSession = {
  /** undefined: nobody is signed in on this browser. */
  read(): Kept | undefined;
  write(kept: Kept): void;
  forget(): void;
  /** Calls when another tab signed in or out. */
  onChange(changed: (kept: Kept | undefined) => void): void;
};

/** What of a browser's storage and window is needed. */
type Items = Pick<MemoryStorage, "getItem" | "setItem" | "removeItem">;
type Tab = {
  addEventListener(
    type: "storage" | "pageshow",
    heard: (event: { readonly key?: string | null; readonly persisted?: boolean }) => void,
  ): void;
};

/** One item, so that another tab never sees a half of it. */
const name = "smashcost.session";

/**
 * The refresh token in this browser's storage, and what other tabs do with it.
 *
 * @param storage - local storage.
 * @param tab - this tab's window.
 */
export const createKeptSession = (storage: Items, tab: Tab): KeptSession => {
  const read = (): Kept | undefined => {
    try {
      return schema.safeParse(JSON.parse(storage.getItem(name) ?? "null")).data;
    } catch {
      return undefined;
    }
  };
  return {
    read,
    write: (kept) => storage.setItem(name, JSON.stringify(kept)),
    forget: () => storage.removeItem(name),
    onChange(changed) {
      tab.addEventListener("storage", ({ key }) => {
        if (key === name || key === null) changed(read());
      });
      // A page that Back brings out of the browser's memory was told nothing meanwhile.
      tab.addEventListener("pageshow", ({ persisted }) => {
        if (persisted) changed(read());
      });
    },
  };
};
