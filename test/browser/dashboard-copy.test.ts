import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { openDashboard, suiteProduct } from "./support/open-dashboard";

/** The original dashboard's words, screen by screen, in the order of its file. */
const copy = readFileSync("test/fixtures/dashboard-copy.txt", "utf8")
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line !== "" && !/^\|[-|\s]+\|$/.test(line));

type Screen = {
  readonly name: string;
  readonly path: string;
  /** How many lines of the file are this screen's. */
  readonly lines: number;
  readonly signedIn?: boolean;
  /** What shows the rest of its words. */
  readonly after?: (page: Page) => Promise<unknown>;
};

const reset = "/reset?email=owner%40example.com&code=123456";

const screens: readonly Screen[] = [
  { name: "sign in", path: "/sign-in", lines: 2 },
  { name: "forgot", path: "/forgot", lines: 2 },
  { name: "reset", path: reset, lines: 2 },
  { name: "sign up", path: "/sign-up", lines: 3 },
  { name: "overview", path: "/", lines: 2, signedIn: true },
  { name: "requests", path: "/requests", lines: 2, signedIn: true },
  {
    name: "onboarding banner",
    path: "/",
    lines: 9,
    signedIn: true,
    after: (page) => page.getByRole("tab", { name: "Python" }).first().click(),
  },
  { name: "API keys", path: "/keys", lines: 3, signedIn: true },
  { name: "provider credentials", path: "/credentials", lines: 1, signedIn: true },
  { name: "model catalog", path: "/models", lines: 3, signedIn: true },
  { name: "routing mode", path: "/routing", lines: 2, signedIn: true },
  { name: "spend alerts", path: "/alerts", lines: 2, signedIn: true },
  { name: "danger zone", path: "/settings", lines: 2, signedIn: true },
  { name: "team", path: "/team", lines: 8, signedIn: true },
  {
    name: "deleting the account",
    path: "/settings",
    lines: 1,
    signedIn: true,
    after: (page) =>
      page
        .getByRole("button", { name: /^Delete/ })
        .first()
        .click(),
  },
  { name: "plan", path: "/plan", lines: 1, signedIn: true },
];

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** A row of a table is the words of its cells; `Loading…` is said while something is asked for. */
const phrasesOf = (line: string): readonly string[] =>
  (line.startsWith("|") ? line.split("|") : [line])
    .map(plain)
    .filter((phrase) => phrase !== "" && phrase !== "Loading…");

const linesOf = (screen: Screen): readonly string[] => {
  const before = screens.slice(0, screens.indexOf(screen));
  const from = before.reduce((sum, { lines }) => sum + lines, 0);
  return copy.slice(from, from + screen.lines);
};

const saysLoading = screens.filter((screen) =>
  linesOf(screen).some((line) => line.includes("Loading…")),
);

/** Whether a phrase comes to be read on the page within some seconds. */
const shows = async (page: Page, phrase: string) => {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const text = plain(await page.locator("body").innerText());
    if (text.includes(phrase)) return { phrase, shown: true };
    if (Date.now() > deadline) return { phrase, shown: false };
    await page.waitForTimeout(100);
  }
};

/** Traffic without tags: what the banner asks to be changed. */
const askUntagged = async () => {
  const { client } = await suiteProduct();
  const messages = [{ role: "user" as const, content: "Say hello." }];
  await client().chat.completions.create({ model: "gpt-4o", messages });
};

const open = async ({ signedIn, path }: Screen) => {
  const dashboard = await openDashboard();
  if (signedIn) await dashboard.signIn();
  await dashboard.goto(path);
  return dashboard;
};

beforeAll(askUntagged);

test("each line of the original's words belongs to a screen", () => {
  expect(screens.reduce((sum, { lines }) => sum + lines, 0)).toBe(copy.length);
});

test.each(screens)("every phrase of $name is on its screen", async (screen) => {
  const { page } = await open(screen);
  await screen.after?.(page);
  for (const phrase of linesOf(screen).flatMap(phrasesOf)) {
    expect(await shows(page, phrase)).toEqual({ phrase, shown: true });
  }
});

test.each(saysLoading)("$name says Loading… until its answer is there", async (screen) => {
  const dashboard = await openDashboard();
  await dashboard.signIn();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await dashboard.page.route(/\/api\/(?!config|me)/, async (route) => {
    await held;
    await route.continue();
  });
  await dashboard.page.goto(`${dashboard.product.url}${screen.path}`);
  expect(await shows(dashboard.page, "Loading…")).toEqual({ phrase: "Loading…", shown: true });
  release();
});
