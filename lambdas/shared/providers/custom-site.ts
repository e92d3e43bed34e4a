import { missingSetting } from "./missing-setting";
import type { Site } from "./site";
import { withoutSlash } from "./without-slash";

/** A customer's own server: only public addresses are called. One that wants no key has none stored. */
export const customSite: Site = {
  provider: "custom",
  url: ({ baseUrl }) => {
    if (baseUrl === undefined) throw missingSetting("custom", "baseUrl");
    return withoutSlash(baseUrl);
  },
  auth: (key): Readonly<Record<string, string>> =>
    String(key) === "" ? {} : { authorization: `Bearer ${key}` },
  guarded: true,
};
