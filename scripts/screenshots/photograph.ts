import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type Account, signInPage } from "../shared/browser/sign-in-page";
import { untilDrawn } from "../shared/browser/until-drawn";
import type { Example, Screen } from "./screens";

export type Look = {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly theme: "light" | "dark";
};

export const looks: readonly Look[] = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
].flatMap((size) => (["light", "dark"] as const).map((theme) => ({ ...size, theme })));

export type Subject = {
  readonly url: string;
  readonly account: Account;
  readonly example: Example;
  readonly screens: readonly Screen[];
  /** Where pictures go; it must be there. */
  readonly folder: string;
  readonly complain: (problem: string) => void;
};

/** A screen that is not still by then is photographed as it is. */
const patienceMs = 10_000;

const photographOne = async (page: Page, screen: Screen, look: Look, subject: Subject) => {
  const { url, example, folder, complain } = subject;
  const name = `${screen.name}-${look.width}-${look.theme}`;
  try {
    await page.goto(`${url}${screen.path(example)}`);
    await page.waitForLoadState("networkidle", { timeout: patienceMs });
    await untilDrawn(page);
  } catch {
    complain(`${name}: did not come to rest within ${patienceMs} ms`);
  }
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
};

/** Every screen at one size in one theme: first those that anybody sees, then those behind sign-in. */
export const photograph = async (browser: Browser, look: Look, subject: Subject): Promise<void> => {
  const { width, height, theme: colorScheme } = look;
  const { url, account, screens, complain } = subject;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: "reduce",
    hasTouch: width < 600,
  });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  page.on("pageerror", ({ message }) => complain(`${page.url()}: ${message}`));
  const [open, own] = [false, true].map((wanted) =>
    screens.filter(({ signedIn }) => signedIn === wanted),
  );
  try {
    for (const screen of open ?? []) await photographOne(page, screen, look, subject);
    if (own?.length) await signInPage(page, url, account);
    for (const screen of own ?? []) await photographOne(page, screen, look, subject);
  } finally {
    await context.close();
  }
};
