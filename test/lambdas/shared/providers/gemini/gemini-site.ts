import type { Site } from "../../../../../lambdas/shared/providers/site";

/** Where Google itself listens. */
export const geminiSite: Site = {
  provider: "gemini",
  url: () => "https://generativelanguage.googleapis.com/v1beta",
  auth: (key) => ({ "x-goog-api-key": key }),
};
