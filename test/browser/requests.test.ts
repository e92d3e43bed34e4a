import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { parseCsv, parsePicoUsd } from "../lambdas/export/parse-csv";
import { openRecords } from "../support/records";
import { openDashboard, suiteProduct } from "./support/open-dashboard";

const heads = [
  "Timestamp",
  "Model Requested",
  "Model Used",
  "Provider",
  "Attribution",
  "Key",
  "Task",
  "Routing",
  "Score",
  "In / Out Tokens",
  "Cost",
  "Latency",
  "Status",
];

const customers = ["acme-corp", "globex"] as const;
const sent = 6;

const ask = async (customer: string, model = "gpt-4o") => {
  const { client } = await suiteProduct();
  const headers = { "X-SmashCost-Tag-Customer": customer, "X-SmashCost-Tag-Feature": "/api/hello" };
  const messages = [{ role: "user" as const, content: "Say hello in one sentence." }];
  await client().chat.completions.create({ model, messages }, { headers });
};

const open = async (options: Parameters<typeof openDashboard>[0] = {}) => {
  const dashboard = await openDashboard(options);
  await dashboard.signIn();
  return dashboard;
};

const rows = (page: Page) => page.locator("tr[data-request]");
const totals = (page: Page) => page.getByText(/^\d+ requests?$/);

test("a period without requests says so, and names no last one where there was none", async () => {
  const { page, goto, accessibility } = await open();
  await goto("/requests");
  await page.getByRole("heading", { name: "No requests yet." }).waitFor();
  expect(await page.getByText(/Last: /).count()).toBe(0);
  expect(await accessibility()).toEqual([]);
});

describe("with requests", () => {
  beforeAll(async () => {
    const product = await suiteProduct();
    const records = openRecords(product);
    for (let n = 0; n < sent; n += 1) await ask(customers[n % 2] ?? "");
    await records.untilRows(sent);
    records.close();
  });

  test.each(["light", "dark"] as const)(
    "all thirteen columns are there, in %s without a fault that axe knows",
    async (theme) => {
      const { page, goto, accessibility } = await open({ theme, width: 1920 });
      await goto("/requests");
      await rows(page).first().waitFor();
      expect(await page.getByRole("columnheader").allInnerTexts()).toEqual(heads);
      expect(await rows(page).count()).toBe(sent);
      expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe(String(sent + 1));
      expect(await rows(page).first().getAttribute("aria-rowindex")).toBe("2");
      expect((await rows(page).first().boundingBox())?.height).toBe(32);
      expect(await accessibility()).toEqual([]);
    },
  );

  test("check 15: opening the page makes 2 calls, and not one for each row", async () => {
    const { page, goto } = await open();
    await goto("/keys");
    const calls: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith("/api/")) calls.push(pathname);
    });
    await page.getByRole("link", { name: "Requests" }).click();
    await rows(page)
      .nth(sent - 1)
      .waitFor();
    await page.waitForRequest((request) => request.url().includes("/tail"));
    expect(calls).toEqual(["/api/requests", "/api/requests/tail"]);
  });

  test("check 14: filters survive a reload and Back", async () => {
    const { page, goto } = await open();
    await goto("/requests");
    await rows(page).first().waitFor();
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByRole("button", { name: "Customer" }).click();
    await page.getByRole("checkbox", { name: /acme-corp/ }).check();
    await page.keyboard.press("Escape");
    await totals(page).filter({ hasText: "3 requests" }).waitFor();
    expect(page.url()).toContain("customer=acme-corp");

    await page.reload();
    await totals(page).filter({ hasText: "3 requests" }).waitFor();
    expect(await page.getByText("Customer: acme-corp").isVisible()).toBe(true);

    await page.getByRole("link", { name: "API keys" }).click();
    await page.getByRole("heading", { level: 1, name: "API keys" }).waitFor();
    await page.goBack();
    await totals(page).filter({ hasText: "3 requests" }).waitFor();
    await page.getByRole("button", { name: "Remove the filter Customer: acme-corp" }).click();
    await totals(page).filter({ hasText: "6 requests" }).waitFor();
    await page.goBack();
    await totals(page).filter({ hasText: "3 requests" }).waitFor();
  });

  test("a cell's value offers to filter by it", async () => {
    const { page, goto } = await open();
    await goto("/requests");
    await rows(page)
      .first()
      .getByRole("button", { name: /^(acme-corp|globex) ·/ })
      .click();
    await page.getByRole("button", { name: /Filter by this\s*Customer/ }).click();
    await totals(page).filter({ hasText: "3 requests" }).waitFor();
    expect(page.url()).toMatch(/customer=(acme-corp|globex)/);
  });

  test("filters that match nothing say so, and can be cleared", async () => {
    const { page, goto, accessibility } = await open();
    await goto("/requests?customer=nobody");
    await page.getByText("Nothing matches these filters.").waitFor();
    expect(await accessibility()).toEqual([]);
    await page.getByRole("button", { name: "Clear filters" }).click();
    await rows(page)
      .nth(sent - 1)
      .waitFor();
  });

  test("a period without requests names the last one, and shows it", async () => {
    const { page, goto } = await open();
    await goto("/requests?from=2026-01-01T00:00:00.000Z&to=2026-01-02T00:00:00.000Z");
    await page.getByRole("heading", { name: /^None in this period\. Last: \d/ }).waitFor();
    expect(await page.getByText("No requests yet.").count()).toBe(0);
    await page.getByRole("button", { name: "Show it" }).click();
    await rows(page).first().waitFor();
  });

  test("checks 6 and 7: the CSV sums to the screen, and names keys and customers with their ids", async () => {
    const { page, goto } = await open();
    await goto("/requests?customer=acme-corp");
    await totals(page).filter({ hasText: "3 requests" }).waitFor();
    const exact = (await page.locator("strong > span[title]").first().getAttribute("title")) ?? "";
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    const text = readFileSync(await (await coming).path(), "utf8");
    const lines = parseCsv(text.replace(/^\uFEFF/, ""));
    const column = (name: string) => lines.map((line) => line[name] ?? "");
    expect(lines).toHaveLength(3);
    const sum = column("cost_usd").reduce((all, one) => all + parsePicoUsd(one), 0n);
    expect(sum).toBe(parsePicoUsd(exact.replace("$", "")));
    expect(sum).toBeGreaterThan(0n);
    expect(new Set(column("customer"))).toEqual(new Set(["acme-corp"]));
    const names = await rows(page).locator('[data-column="key"]').allInnerTexts();
    expect(new Set(column("key_name"))).toEqual(new Set(names));
    for (const id of column("key_id")) expect(id).toMatch(/^[0-9A-Za-z]{10}$/);
    const shown = await rows(page).evaluateAll((all) =>
      all.map((row) => row.getAttribute("data-request")),
    );
    expect(new Set(column("request_id"))).toEqual(new Set(shown));
  });

  test("columns are chosen, kept in this browser and set back", async () => {
    const { page, goto } = await open();
    await goto("/requests");
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("checkbox", { name: "Provider" }).uncheck();
    await page.getByRole("checkbox", { name: "First token" }).check();
    const chosen = [...heads.filter((head) => head !== "Provider"), "First token"];
    expect(await page.locator("thead th").allInnerTexts()).toEqual(chosen);
    await page.reload();
    await rows(page).first().waitFor();
    expect(await page.locator("thead th").allInnerTexts()).toEqual(chosen);
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("button", { name: "Reset" }).click();
    expect(await page.locator("thead th").allInnerTexts()).toEqual(heads);
  });

  test("a list that fails says why, and comes by Retry", async () => {
    const { page, goto, expectProblem } = await open();
    expectProblem(/500|status of 5/);
    await page.route("**/api/requests?*", (route) => route.fulfill({ status: 500, body: "{}" }));
    await goto("/requests");
    await page.getByText("Couldn't load requests").waitFor();
    await page.unroute("**/api/requests?*");
    await page.getByRole("button", { name: "Retry" }).click();
    await rows(page).first().waitFor();
  });

  test("on a phone rows are cards, and a request covers the list", async () => {
    const { page, goto, accessibility } = await open({ width: 390, height: 844 });
    await goto("/requests");
    await rows(page).first().waitFor();
    const wide = await page.evaluate("document.documentElement.scrollWidth");
    expect(wide).toBe(390);
    expect(await accessibility()).toEqual([]);
    await rows(page).first().tap();
    const panel = page.getByRole("complementary", { name: "Request" });
    await panel.getByText("Why this model").waitFor();
    expect((await panel.boundingBox())?.width).toBe(390);
    expect(await accessibility()).toEqual([]);
    await panel.getByRole("button", { name: /Close/ }).click();
    await rows(page).first().waitFor();
    expect(await panel.count()).toBe(0);
  });
});
