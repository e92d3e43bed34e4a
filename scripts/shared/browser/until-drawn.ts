import type { Page } from "playwright-core";

/** Resolves when the dashboard has drawn something, and nothing of it says that it is loading. */
export const untilDrawn = async (page: Page): Promise<void> => {
  await page.locator("#app > *").first().waitFor({ state: "attached" });
  // Each time the first of those that are left, until none is.
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
};
