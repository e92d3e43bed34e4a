import { cpus, loadavg } from "node:os";
import type { Browser } from "playwright-core";
import { z } from "zod";
import { askOnce } from "../../scripts/screenshots/ask-once";
import { launchBrowser } from "../../scripts/shared/browser/launch-browser";
import { signInPage } from "../../scripts/shared/browser/sign-in-page";
import { readProductFile } from "../../scripts/shared/local-product";
import { figuresTable } from "./figures-table";
import { type Measured, measureScreen, openContext, type Visitor } from "./measure-screen";
import type { DashboardBenchOptions } from "./options";
import { loadWatched, watchVitals } from "./vitals";

const localSchema = z.object({
  url: z.url(),
  gatewayUrl: z.url(),
  apiKey: z.string(),
  email: z.string(),
  password: z.string(),
});
type Local = z.infer<typeof localSchema>;

/** What the overview counts in 30 days; the visit also has the product remember past days. */
const countRequests = async (browser: Browser, signedIn: Visitor["signedIn"], url: string) => {
  const context = await openContext(browser, signedIn);
  await context.addInitScript({ content: watchVitals });
  const page = await context.newPage();
  await loadWatched(page, `${url}/?period=30d`);
  const name = await page
    .getByRole("link", { name: /^Requests: / })
    .first()
    .getAttribute("aria-label");
  await context.close();
  return /^Requests: ([\d,]*\d)/.exec(name ?? "")?.[1] ?? "an unknown number of";
};

const signIn = async (browser: Browser, { url, email, password }: Local) => {
  const context = await openContext(browser, undefined);
  const page = await context.newPage();
  await signInPage(page, url, { email, password });
  const signedIn = await context.storageState();
  await context.close();
  return signedIn;
};

const conditions = (browser: Browser, requests: string, rounds: number, loadBefore: number) => {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} cores of ${cpus()[0]?.model ?? "an unknown CPU"}`;
  const load = `load ${loadBefore.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after`;
  const software = `Node ${process.version}, headless Chromium ${browser.version()}`;
  return `${day}, ${machine}, ${load}, ${software}, 1280 × 800; ${requests} requests of 30 days; median of ${rounds} ${rounds === 1 ? "round" : "rounds"}, "empty cache / full cache".`;
};

/**
 * Loads each screen of a running product in a browser, and tells what that took.
 *
 * @param tell - of progress.
 * @returns Markdown.
 */
export const measureDashboard = async (
  dataDir: string,
  { screens, rounds }: DashboardBenchOptions,
  tell: (progress: string) => void,
): Promise<string> => {
  const loadBefore = loadavg()[0] ?? 0;
  const local = await readProductFile(dataDir, "local.json", localSchema);
  const requestId = await askOnce(local.gatewayUrl, local.apiKey);
  const browser = await launchBrowser();
  try {
    const signedIn = await signIn(browser, local);
    const requests = await countRequests(browser, signedIn, local.url);
    const example = { email: local.email, requestId };
    const visitor: Visitor = {
      browser,
      signedIn,
      urlOf: (screen) => `${local.url}${screen.path(example)}`,
    };
    const measured: Measured[] = [];
    for (const screen of screens) {
      tell(screen.name);
      measured.push(await measureScreen(visitor, screen, rounds));
    }
    return `${conditions(browser, requests, rounds, loadBefore)}\n\n${figuresTable(measured)}\n`;
  } finally {
    await browser.close();
  }
};
