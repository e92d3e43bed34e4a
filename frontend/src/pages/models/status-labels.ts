import type { ModelAnswer } from "../../../../core/contract/models";

type Status = ModelAnswer["status"];

/** In the order of how close a model is to being used. */
export const modelStatuses: readonly Status[] = [
  "enabled",
  "off",
  "no-credential",
  "unpriced",
  "retired",
];

export const statusLabels: Readonly<Record<Status, string>> = {
  enabled: "Enabled",
  off: "Off",
  "no-credential": "No credential",
  unpriced: "Unpriced",
  retired: "Retired",
};

/** What a status means, where there is room to say so. */
export const statusMeanings: Readonly<Record<Status, string>> = {
  enabled: "The router may choose it.",
  off: "The router leaves it out, and requests that name it are refused.",
  "no-credential": "It can be used once a credential of its provider is stored.",
  unpriced: "Its price is unknown, so it is never chosen; set a price of your own to use it.",
  retired: "Its provider no longer serves it.",
};
