import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../../../scripts/shared/browser/launch-browser";
import { signInPage } from "../../../scripts/shared/browser/sign-in-page";
import { untilDrawn } from "../../../scripts/shared/browser/until-drawn";
import { type Product, startProduct } from "../../support/product";
import { type Accessible, axeViolations } from "./axe";
import { watchPage } from "./watch-page";

export type OpenOptions = {
  /** @default one of the suite's own, started with the first dashboard */
  readonly product?: Product;
  /** CSS pixels. @default 1280 */
  readonly width?: number;
  /** @default 800 */
  readonly height?: number;
  /** What the system prefers. @default "light" */
  readonly theme?: "light" | "dark";
  /** Stays open from test to test, for suites that tell one story. @default false */
  readonly stays?: boolean;
};

export type Dashboard = {
  readonly page: Page;
  readonly product: Product;
  /** Loads a path of the dashboard, and waits until it is drawn and nothing says that it is busy. */
  goto(path: string): Promise<void>;
  /** By the sign-in page. @default the first user */
  signIn(email?: string, password?: string): Promise<void>;
  /**
   * What no page may do: errors in the console, violated policy, requests elsewhere or that failed.
   * Looked at after each test; what was answered with a status of 4xx by the API is no problem.
   */
  problems(): readonly string[];
  /** Takes problems of this wording for what the test wants. */
  expectProblem(wording: RegExp): void;
  /** What axe has against the page as it is now: one line for each element, none if all is well. */
  accessibility(options?: Accessible): Promise<readonly string[]>;
  /** Into `screenshots/tests/`, for people; the whole page. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
};

/** A suite has one browser and one product; each dashboard has a context, so a storage, of its own. */
let browser: Promise<Browser> | undefined;
let product: Promise<Product> | undefined;
let opened: Dashboard[] = [];
/** Those that stay open, and how many of their problems were told after earlier tests. */
const staying = new Map<Dashboard, number>();

/** The suite's product, for what is to be set up before a page is looked at. */
export const suiteProduct = (): Promise<Product> => {
  product ??= startProduct();
  return product;
};

const newContext = async (options: OpenOptions): Promise<BrowserContext> => {
  browser ??= launchBrowser();
  const { width = 1280, height = 800, theme = "light" } = options;
  return (await browser).newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: "reduce",
    hasTouch: width < 600,
  });
};

/** A page of the running product in a browser of the given size and theme, signed in as nobody. */
export const openDashboard = async (options: OpenOptions = {}): Promise<Dashboard> => {
  const shown = options.product ?? (await suiteProduct());
  const context = await newContext(options);
  const page = await context.newPage();
  const { problems, expectProblem } = await watchPage(page, shown.url);
  const goto = async (path: string) => {
    await page.goto(`${shown.url}${path}`);
    await untilDrawn(page);
  };
  const dashboard: Dashboard = {
    page,
    product: shown,
    goto,
    signIn: (email = shown.email, password = shown.password) =>
      signInPage(page, shown.url, { email, password }),
    problems,
    expectProblem,
    accessibility: (given) => axeViolations(page, given),
    async screenshot(name) {
      const folder = join(process.cwd(), "screenshots", "tests");
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    },
    close: () => context.close(),
  };
  if (options.stays) staying.set(dashboard, 0);
  else opened.push(dashboard);
  return dashboard;
};

/** Each problem is told once, after the test in which it came. */
const newProblems = (dashboard: Dashboard): readonly string[] => {
  const problems = dashboard.problems();
  const told = staying.get(dashboard) ?? 0;
  if (staying.has(dashboard)) staying.set(dashboard, problems.length);
  return problems.slice(told);
};

afterEach(async () => {
  const closing = opened;
  opened = [];
  const problems = [...closing, ...staying.keys()].flatMap(newProblems);
  await Promise.all(closing.map((dashboard) => dashboard.close()));
  expect(problems).toEqual([]);
});

afterAll(async () => {
  await (await browser)?.close();
  await (await product)?.dispose();
});
