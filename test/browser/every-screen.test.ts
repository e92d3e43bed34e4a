import type { Page } from "playwright-core";
import { askOnce } from "../../scripts/screenshots/ask-once";
import { screens } from "../../scripts/screenshots/screens";
import { openDashboard, suiteProduct } from "./support/open-dashboard";

const widths = [360, 390, 768, 1280, 1920, 2560] as const;
const heights = { phone: 844, else: 900 } as const;

let requestId = "";

beforeAll(async () => {
  const { gatewayUrl, apiKey } = await suiteProduct();
  for (let sent = 0; sent < 3; sent += 1) requestId = await askOnce(gatewayUrl, apiKey);
});

const pathOf = (screen: (typeof screens)[number], email: string) =>
  screen.path({ email, requestId });

/** Counts shifts of the layout that nobody asked for, from the page's first moment on. */
const watchShifts = (page: Page) =>
  page.addInitScript({
    content: `globalThis.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    if (!hadRecentInput) shifts.push(value.toFixed(4) + " " + sources.map(({ node }) => node?.nodeName + "." + node?.className).join(", "));
  }
}).observe({ type: "layout-shift", buffered: true });`,
  });

/** Elements that reach out of the page at its side, where nothing scrolls them. */
const overhang = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  return scrollWidth > clientWidth ? scrollWidth - clientWidth : 0;
})()`;

describe.each(screens)("$name", (screen) => {
  test.each(["light", "dark"] as const)("has nothing that axe objects to, in %s", async (theme) => {
    const dashboard = await openDashboard({ theme });
    if (screen.signedIn) await dashboard.signIn();
    await dashboard.goto(pathOf(screen, dashboard.product.email));
    expect(await dashboard.accessibility()).toEqual([]);
  });

  test("fits any width, from a small phone to a wide screen", async () => {
    const dashboard = await openDashboard();
    if (screen.signedIn) await dashboard.signIn();
    await dashboard.goto(pathOf(screen, dashboard.product.email));
    const hanging: Record<number, number> = {};
    for (const width of widths) {
      const height = width < 600 ? heights.phone : heights.else;
      await dashboard.page.setViewportSize({ width, height });
      await dashboard.page.waitForTimeout(300);
      hanging[width] = await dashboard.page.evaluate<number>(overhang);
    }
    expect(hanging).toEqual(Object.fromEntries(widths.map((width) => [width, 0])));
  });

  test("stays in its place while it loads", async () => {
    const dashboard = await openDashboard();
    if (screen.signedIn) await dashboard.signIn();
    await watchShifts(dashboard.page);
    await dashboard.goto(pathOf(screen, dashboard.product.email));
    await dashboard.page.waitForLoadState("networkidle");
    const shifts = await dashboard.page.evaluate<readonly string[]>("shifts");
    expect(shifts.filter((shift) => Number.parseFloat(shift) >= 0.01)).toEqual([]);
  });
});
