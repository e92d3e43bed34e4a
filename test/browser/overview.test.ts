import { contrastOf } from "./support/contrast";
import { openDashboard } from "./support/open-dashboard";
import {
  ask,
  boxOf,
  cellsOf,
  figure,
  openOverview,
  shownValue,
  tiles,
  traffic,
  trendTable,
  untilCounted,
  untilTiles,
} from "./support/overview";

// In this order: each adds to the traffic that the next ones look at.
test("without traffic it says what to do, with a request to copy", async () => {
  const dashboard = await openOverview();
  const { page, product } = dashboard;
  await page
    .getByText("No traffic yet. Add a credential, create a key, send one request")
    .waitFor();
  const main = page.getByRole("main");
  expect(await main.getByRole("link", { name: "Add a credential" }).getAttribute("href")).toBe(
    "/credentials",
  );
  expect(await main.getByRole("link", { name: "Create a key" }).getAttribute("href")).toBe("/keys");
  await page.locator("pre", { hasText: "http" }).first().waitFor();
  expect(await page.locator("pre").innerText()).toContain(
    `curl ${product.gatewayUrl}/chat/completions`,
  );
  expect(await dashboard.accessibility()).toEqual([]);
});

test("the banner stays until tagged traffic arrives, and then goes", async () => {
  await ask({ model: "sandbox-large" });
  const dashboard = await openOverview();
  const { page } = dashboard;
  await untilCounted(dashboard, 1);
  const banner = page.getByText(
    "You're sending AI traffic — add these headers to attribute spend by customer and feature. Takes 2 minutes.",
  );
  await banner.waitFor();
  await page.getByRole("tab", { name: "Python" }).click();
  expect(await page.getByRole("tabpanel").innerText()).toContain(
    '"X-SmashCost-Tag-Customer": customer_id, # e.g. "acme-corp"',
  );
  expect(await dashboard.accessibility()).toEqual([]);

  await Promise.all(traffic.map(ask));
  await untilCounted(dashboard, 6);
  expect(await banner.count()).toBe(0);
});

test("check 16: failures are counted", async () => {
  const status = await ask({ model: "no-such-model", customer: "acme-corp" });
  expect(status).toBeGreaterThanOrEqual(400);
  const dashboard = await openOverview();
  await untilCounted(dashboard, 7);
  expect(await shownValue(dashboard.page, "Error rate")).toBe("14.3%");
  const href = await figure(dashboard.page, "Error rate").getAttribute("href");
  expect(href).toBe("/requests?period=7d&outcome=error&outcome=timeout");
});

test("check 4: the total is that of models, of providers and of keys", async () => {
  const { page, goto } = await openOverview();
  const spend = await shownValue(page, "Spend");
  expect(spend).toMatch(/^\$0\.\d+$/);
  const sums: Record<string, string | undefined> = {};
  for (const by of ["model", "provider", "key", "customer", "feature", "task"]) {
    await goto(`/?by=${by}&trend=table`);
    await trendTable(page).waitFor();
    sums[by] = (await cellsOf(page, 0))[1];
  }
  expect(new Set([spend, ...Object.values(sums)])).toEqual(new Set([spend]));
  await goto("/?map=table");
  const all = page.getByRole("table", { name: "Spend by customer" }).locator("tbody tr").first();
  expect((await all.locator("td").first().innerText()).replace(/^Spend\s*/, "")).toBe(spend);
});

test("check 3: chart and table have the same dates, the organization's", async () => {
  const { page, goto } = await openOverview("/?trend=table");
  await trendTable(page).waitFor();
  const rows = await trendTable(page).locator("tbody th").allInnerTexts();
  const days = rows.slice(1).map((row) => row.trim());
  expect(days).toHaveLength(7);
  expect(days.at(-1)).toMatch(/, so far$/);

  await goto("/");
  const overlay = page.locator("[data-chart=trend]");
  await overlay.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  const box = await boxOf(overlay);
  const seen = new Set<string>();
  for (let step = 0; step < 30; step += 1) {
    await page.mouse.move(box.x + (box.width * (step + 0.5)) / 30, box.y + box.height / 2);
    const tip = page.getByRole("tooltip");
    if ((await tip.count()) > 0) seen.add((await tip.locator("div").first().innerText()).trim());
  }
  expect([...seen]).toEqual(days);
});

test("the map is gone down and up by keyboard, and by the browser's Back", async () => {
  const { page } = await openOverview();
  await untilTiles(page);
  const crumbs = page.getByRole("navigation", { name: "Place in the map" });
  await page.locator('[data-tile="=acme-corp"]').focus();
  await page.keyboard.press("Enter");
  await page.locator('[data-tile="=/api/summarize"]').waitFor();
  expect(new URL(page.url()).searchParams.get("customer")).toBe("acme-corp");
  await page.locator('[data-tile="=/api/summarize"]:focus').waitFor();
  await page.keyboard.press("Enter");
  await page.locator('[data-tile="=sandbox-large"]').waitFor();
  expect(await crumbs.innerText()).toMatch(/All\s+acme-corp\s+\/api\/summarize/);

  await page.keyboard.press("Escape");
  await page.locator('[data-tile="=/api/summarize"]:focus').waitFor();
  await crumbs.getByRole("button", { name: "All" }).click();
  await page.locator('[data-tile="=globex"]').waitFor();
  await page.goBack();
  await page.locator('[data-tile="=/api/summarize"]').waitFor();
  expect(await page.locator('[data-tile="=globex"]').count()).toBe(0);
});

test("going down filters every figure of the page, and a chip takes that back", async () => {
  const { page } = await openOverview("/?customer=acme-corp");
  await untilTiles(page);
  expect(await shownValue(page, "Requests")).toBe("4");
  await page.getByRole("button", { name: "Remove filter Customer: acme-corp" }).click();
  await page.waitForURL(({ search }) => !search.includes("customer"));
  await page.getByRole("link", { name: /^Requests: 7,/ }).waitFor();
});

test("tiles lie where the chart drew them, also after the window changed", async () => {
  const { page } = await openOverview();
  await untilTiles(page);
  const spread = () =>
    page.evaluate<number>(`(() => {
      const boxes = [...document.querySelectorAll("[data-tile]")].map((tile) => tile.getBoundingClientRect());
      const canvas = document.querySelector("[data-tile]").parentElement.querySelector("canvas").getBoundingClientRect();
      return (Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left))) / canvas.width;
    })()`);
  expect(await spread()).toBeCloseTo(1, 1);
  await page.setViewportSize({ width: 1700, height: 900 });
  await page.waitForTimeout(400);
  expect(await spread()).toBeCloseTo(1, 1);
});

test("check 18: a name keeps its color when filtered", async () => {
  const { page, goto } = await openOverview();
  const colorsOf = () =>
    page.evaluate<Record<string, string>>(
      "Object.fromEntries([...document.querySelectorAll('[data-series]')].map(({ dataset }) => [dataset.series, dataset.color]))",
    );
  await page.locator("[data-series]").first().waitFor();
  const before = await colorsOf();
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining(["sandbox-large", "sandbox-medium", "sandbox-tiny"]),
  );
  for (const [model, search] of [
    ["sandbox-medium", "customer=globex"],
    ["sandbox-tiny", "feature=%2Fapi%2Fchat"],
  ] as const) {
    await goto(`/?${search}`);
    await page.locator("[data-series]").first().waitFor();
    expect(await colorsOf()).toEqual({ [model]: before[model] });
  }
});

test.each(["light", "dark"] as const)(
  "check 19: tooltips have a contrast of 4.5 at least, in %s",
  async (theme) => {
    const { page } = await openOverview("/", { theme });
    await untilTiles(page);
    await tiles(page).first().hover();
    const tip = page.getByRole("tooltip");
    await tip.waitFor();
    expect(await contrastOf(page, "[role=tooltip]")).toBeGreaterThanOrEqual(4.5);
    await page.getByRole("button", { name: "How saved is counted" }).focus();
    await page.getByText(/^Saved = what the requested model would have cost/).waitFor();
    expect(await contrastOf(page, "[role=tooltip]")).toBeGreaterThanOrEqual(4.5);
  },
);

test("a drag over bars zooms into their time", async () => {
  const { page } = await openOverview();
  const overlay = page.locator("[data-chart=trend]");
  await overlay.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  const box = await boxOf(overlay);
  await page.mouse.move(box.x + box.width * 0.6, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.95, box.y + 120, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(({ searchParams }) => searchParams.has("from"));
  const { searchParams } = new URL(page.url());
  expect(searchParams.get("from")).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(searchParams.get("period")).toBeNull();
});

test("on a phone the map is a ranked list, the largest first", async () => {
  const dashboard = await openOverview("/", { width: 390, height: 844 });
  const { page } = dashboard;
  const first = page.getByRole("listitem").filter({ hasText: /%/ }).getByRole("button").first();
  await first.waitFor();
  expect(await tiles(page).count()).toBe(0);
  await page
    .getByRole("button", { name: /acme-corp/ })
    .first()
    .click();
  await page
    .getByRole("button", { name: /\/api\/summarize/ })
    .first()
    .waitFor();
  expect(await dashboard.accessibility()).toEqual([]);
});

test.each(["light", "dark"] as const)(
  "axe has nothing against charts and tables, in %s",
  async (theme) => {
    const dashboard = await openOverview("/", { theme });
    await untilTiles(dashboard.page);
    expect(await dashboard.accessibility()).toEqual([]);
    await dashboard.goto("/?map=table&trend=table&by=key");
    await trendTable(dashboard.page).waitFor();
    expect(await dashboard.accessibility()).toEqual([]);
  },
);

test("what fails says so in its own place, and is tried again", async () => {
  const dashboard = await openDashboard();
  const { page } = dashboard;
  dashboard.expectProblem(/500/);
  await dashboard.signIn();
  let failing = true;
  await page.route("**/api/usage/trend*", (route) =>
    failing ? route.fulfill({ status: 500, body: "{}" }) : route.continue(),
  );
  await dashboard.goto("/");
  await page.getByText(/^Couldn't load the trend: /).waitFor();
  await untilTiles(page);
  failing = false;
  await page.getByRole("button", { name: "Retry" }).click();
  await page.locator("[data-series]").first().waitFor();
});

test("filters that nothing matches offer to be cleared", async () => {
  const { page } = await openOverview("/?customer=nobody");
  await page.getByText("Nothing matches these filters.").first().waitFor();
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await untilTiles(page);
  expect(new URL(page.url()).search).toBe("");
});
