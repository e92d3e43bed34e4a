import type { KeyAnswer } from "../../../../core/contract/keys";

/** Which keys a list shows. */
export const keyViews = ["active", "expired", "revoked", "all"] as const;
export type KeyView = (typeof keyViews)[number];

const titles: Readonly<Record<KeyView, string>> = {
  active: "Live",
  expired: "Expired",
  revoked: "Revoked",
  all: "All",
};

/** Of a URL; anything else shows the live ones. */
export const keyViewOf = (text: string | undefined): KeyView =>
  keyViews.find((view) => view === text) ?? "active";

/** Of a list in the API's order, which stays. */
export const keysIn = (view: KeyView, keys: readonly KeyAnswer[]): readonly KeyAnswer[] =>
  view === "all" ? keys : keys.filter(({ status }) => status === view);

/** "Live 3". */
export const keyViewOptions = (keys: readonly KeyAnswer[]) =>
  keyViews.map((view) => ({
    value: view,
    label: `${titles[view]} ${keysIn(view, keys).length}`,
  }));
