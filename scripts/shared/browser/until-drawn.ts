import type { Page } from "playwright-core";

/** Resolves when the dashboard has drawn something, and nothing of it says that it is loading. */
export const untilDrawn = async (page: Page): Promise<void> => {
  await page.locator("#app > *").first().waitFor({ state: "attached" });
  await page.waitForFunction("!document.querySelector('[aria-busy=true]')");
};
