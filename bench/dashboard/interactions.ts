import type { Page } from "playwright-core";

export type Interaction = {
  /** As the table says it. */
  readonly what: string;
  readonly act: (page: Page) => Promise<void>;
};

const click = (what: string, role: "button" | "row" | "radio", name: string | RegExp) => ({
  what,
  act: (page: Page) =>
    page
      .getByRole(role, { name, exact: typeof name === "string" })
      .first()
      .click({ force: true }),
});

const type = (what: string, label: string | RegExp, key: string) => ({
  what,
  act: async (page: Page) => {
    const field = page.getByRole("main").getByLabel(label).first();
    await field.focus();
    await page.keyboard.press(key);
  },
});

/** What is done on each screen once it is drawn; those without have nothing but links. */
export const interactions: Readonly<Record<string, Interaction>> = {
  overview: {
    what: "trend as table",
    act: (page) =>
      page
        .getByRole("region", { name: "Spend Trend" })
        .getByRole("button", { name: "Table" })
        .click(),
  },
  requests: {
    what: "open a row",
    act: (page) => page.locator("tr[data-request] th").first().click(),
  },
  request: { what: "next row (J)", act: (page) => page.keyboard.press("j") },
  keys: click("create a key", "button", "Create key"),
  credentials: click("add one", "button", "Add"),
  models: {
    what: "type in the search",
    act: async (page) => {
      await page.getByRole("main").getByRole("searchbox").first().focus();
      await page.keyboard.press("g");
    },
  },
  routing: click("choose a mode", "radio", /quality/i),
  alerts: type("type a threshold", "Threshold in USD", "5"),
  team: type("type an address", "Email", "a"),
  settings: type("type a name", /name/i, "a"),
};

const eventsSince = (instant: number) =>
  `vitals.events.filter(({ startTime }) => startTime >= ${instant}).map(({ duration }) => duration)`;

/** Shorter ones are not told by the browser, which rounds to 8 ms. */
export const shortestMs = 16;

/**
 * How long one interaction took until the next frame was painted, as the browser's Event Timing has it.
 *
 * @returns milliseconds; `shortestMs` where it was at most that; undefined where it can't be done.
 */
export const timeInteraction = async (
  page: Page,
  { act }: Interaction,
): Promise<number | undefined> => {
  const began = await page.evaluate<number>("performance.now()");
  page.setDefaultTimeout(5_000);
  const done = await act(page).then(
    () => true,
    () => false,
  );
  page.setDefaultTimeout(30_000);
  if (!done) return undefined;
  // Told some time after the frame.
  await page.waitForTimeout(600);
  const durations = await page.evaluate<readonly number[]>(eventsSince(began));
  return Math.max(shortestMs, ...durations);
};
