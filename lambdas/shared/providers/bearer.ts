import type { ProviderId } from "../../../core/catalog/provider-id";
import type { Site } from "./site";

/** A provider at one address for all, which is shown the key as a bearer's. */
export const bearer = (provider: ProviderId, url: string): Site => ({
  provider,
  url: () => url,
  auth: (key) => ({ authorization: `Bearer ${key}` }),
});
