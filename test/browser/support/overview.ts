import type { Locator, Page } from "playwright-core";
import { type Dashboard, type OpenOptions, openDashboard, suiteProduct } from "./open-dashboard";

type Sent = { readonly model: string; readonly customer?: string; readonly feature?: string };

export const ask = async ({ model, customer, feature }: Sent): Promise<number> => {
  const { post } = await suiteProduct();
  const response = await post(
    "/chat/completions",
    JSON.stringify({ model, messages: [{ role: "user", content: "Say hello in one sentence." }] }),
    {
      "x-smashcost-routing": "off",
      ...(customer !== undefined && { "x-smashcost-tag-customer": customer }),
      ...(feature !== undefined && { "x-smashcost-tag-feature": feature }),
    },
  );
  await response.arrayBuffer();
  return response.status;
};

export const traffic: readonly Sent[] = [
  { model: "sandbox-large", customer: "acme-corp", feature: "/api/summarize" },
  { model: "sandbox-large", customer: "acme-corp", feature: "/api/summarize" },
  { model: "sandbox-tiny", customer: "acme-corp", feature: "/api/chat" },
  { model: "sandbox-medium", customer: "globex", feature: "/api/summarize" },
  { model: "sandbox-large" },
];

/** Signed in once for the suite: a sign-in costs more than most of what is looked at. */
let signedIn: Promise<Dashboard> | undefined;

const signInOnce = async (): Promise<Dashboard> => {
  const dashboard = await openDashboard({ stays: true });
  await dashboard.signIn();
  return dashboard;
};

/** The suite's dashboard, loaded anew at a path of the overview, with its charts drawn. */
export const openOverview = async (
  path = "/",
  {
    width = 1280,
    height = 800,
    theme = "light",
  }: Pick<OpenOptions, "width" | "height" | "theme"> = {},
): Promise<Dashboard> => {
  signedIn ??= signInOnce();
  const dashboard = await signedIn;
  await dashboard.page.setViewportSize({ width, height });
  await dashboard.page.emulateMedia({ colorScheme: theme });
  await dashboard.goto(path);
  return dashboard;
};

export const tiles = (page: Page) => page.locator("[data-tile]");
export const untilTiles = (page: Page) => tiles(page).first().waitFor();
export const figure = (page: Page, title: string) =>
  page.getByRole("link", { name: new RegExp(`^${title}: `) });
export const shownValue = async (page: Page, title: string) =>
  (await figure(page, title).innerText()).trim();

export const trendTable = (page: Page) =>
  page.getByRole("table", { name: /^Spend by (day|hour) and / });
export const cellsOf = async (page: Page, row: number): Promise<readonly string[]> =>
  trendTable(page).locator("tbody tr").nth(row).locator("th, td").allInnerTexts();

/** Until the overview counts so many requests: they are recorded within two seconds. */
export const untilCounted = async (dashboard: Dashboard, requests: number) => {
  for (let tries = 0; tries < 20; tries += 1) {
    await dashboard.goto("/");
    const shown = await figure(dashboard.page, "Requests").count();
    if (shown > 0 && (await shownValue(dashboard.page, "Requests")) === String(requests)) return;
    await dashboard.page.waitForTimeout(500);
  }
  throw new Error(`the overview does not count ${requests} requests`);
};

/** Where an element is, CSS pixels of the window. */
export const boxOf = async (element: Locator) => {
  const box = await element.boundingBox();
  if (!box) throw new Error("it is not in sight");
  return box;
};
