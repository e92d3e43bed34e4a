import type { RoutingMode } from "../../../../core/contract/routing-mode";

export type ModeText = { readonly title: string; readonly does: string };

/** What each mode does, in the order of how far it goes. */
export const modeTexts: Readonly<Record<RoutingMode, ModeText>> = {
  off: {
    title: "Off",
    does: "Each request goes to the model that it names. Nothing is traded.",
  },
  quality: {
    title: "Quality",
    does: "A cheaper model answers only where next to nothing is lost.",
  },
  balanced: {
    title: "Balanced",
    does: "A cheaper model answers where it does nearly as well.",
  },
  cost: {
    title: "Cost",
    does: "The cheapest model answers that still does the task.",
  },
};

const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });

/** "97%" of 0.97. */
export const promiseText = (share: number): string => percent.format(share);

/** Why requests could not be replayed, by the API's word for it. */
const reasons: Readonly<Record<string, string>> = {
  undecided: "ended before a model was chosen, such as a wrong body",
  "recorded-before": "were recorded before the router kept what its choice rested on",
  pinned: "had their model pinned by the caller: no mode changes that",
  "settings-changed": "were made under settings that have changed since",
  unanswered: "used no tokens, so no mode would have cost anything",
};

export const reasonText = (why: string): string => reasons[why] ?? why;
