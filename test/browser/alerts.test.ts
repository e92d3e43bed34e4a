import type { Page } from "playwright-core";
import { openInbox } from "../support/inbox";
import { openDashboard, suiteProduct } from "./support/open-dashboard";

const threshold = "0.00001";
const checked = 90_000; // the alert is looked at once a minute

const openAlerts = async (options: Parameters<typeof openDashboard>[0] = {}) => {
  const dashboard = await openDashboard(options);
  await dashboard.signIn();
  await dashboard.goto("/alerts");
  return dashboard;
};

const thresholdField = (page: Page) => page.getByLabel("Threshold in USD");
const recipientsField = (page: Page) => page.getByLabel("Recipients");
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const crossings = (page: Page) =>
  page.getByRole("region", { name: "Crossings", exact: true }).getByRole("row");

const setThreshold = async (page: Page, usd: string) => {
  await thresholdField(page).fill(usd);
  await save(page);
};

const spend = async (requests: number) => {
  const { client } = await suiteProduct();
  const headers = { "X-SmashCost-Tag-Customer": "acme-corp" };
  const messages = [{ role: "user" as const, content: "Say hello. ".repeat(50) }];
  for (let sent = 0; sent < requests; sent += 1) {
    await client().chat.completions.create({ model: "gpt-4o", messages }, { headers });
  }
};

/** Mails of alerts; tests of them say that they are tests. */
const alertMails = async () => {
  const { dashboardUrl } = await suiteProduct();
  const mails = await openInbox(dashboardUrl).list();
  return mails.filter(({ subject }) => /^(?!.*test).*spend alert/i.test(subject));
};

test.each([
  { typed: "five", problem: /This is no amount/ },
  { typed: "", problem: /This is no amount/ },
  { typed: "-1", problem: /This is no amount/ },
  { typed: "0.0000001", problem: /at most 6 decimals/ },
  { typed: "1000000001", problem: /at most \$1,000,000,000/ },
])("a threshold of '$typed' is refused under its field", async ({ typed, problem }) => {
  const { page } = await openAlerts();
  await setThreshold(page, typed);
  await page.getByText(problem).waitFor();
  expect(await thresholdField(page).getAttribute("aria-invalid")).toBe("true");
  expect(await thresholdField(page).inputValue()).toBe(typed);
});

test("an address that is none is named under its field", async () => {
  const { page } = await openAlerts();
  await recipientsField(page).fill("ana@example.com\nbob@");
  await save(page);
  await page.getByText('"bob@" is no e-mail address.').waitFor();
});

test("what can't be loaded says so, and is there after Retry", async () => {
  const { page, product, signIn, expectProblem } = await openDashboard();
  expectProblem(/500/);
  await signIn();
  let isDown = true;
  await page.route("**/api/alerts/crossings", (route) =>
    isDown ? route.fulfill({ status: 500, body: "{}" }) : route.continue(),
  );
  await page.goto(`${product.url}/alerts`);
  await page.getByText("Couldn't load crossings").waitFor();
  isDown = false;
  await page.getByRole("button", { name: "Retry" }).click();
  await page.getByText("Never crossed").waitFor();
});

test("on a phone the chart comes last", async () => {
  const { page } = await openAlerts({ width: 390 });
  const top = async (title: string) =>
    (await page.getByRole("heading", { name: title }).boundingBox())?.y ?? 0;
  expect(await top("Last 60 minutes")).toBeGreaterThan(await top("SNS and EventBridge"));
  expect(await top("SNS and EventBridge")).toBeGreaterThan(await top("Crossings"));
});

test("a test goes to those who are saved, is told, and waits for what is not saved yet", async () => {
  const { page, product } = await openAlerts();
  const send = page.getByRole("button", { name: "Send test" });
  expect(await send.getAttribute("aria-disabled")).toBe("true");
  await recipientsField(page).fill("ops@example.com");
  await setThreshold(page, "5");
  await page.getByText("Armed").waitFor();
  await send.click();
  await page.getByText("Test sent to ops@example.com.").waitFor();
  const mail = await openInbox(product.dashboardUrl).find("ops@example.com", () => true);
  expect(mail.subject).toMatch(/test/i);
  await recipientsField(page).fill("");
  expect(await send.getAttribute("aria-disabled")).toBe("true");
  await setThreshold(page, "0");
  await page.getByText("Goes to all owners and admins: owner@example.com.").waitFor();
  await page.getByText("Off", { exact: true }).waitFor();
});

test("a crossing is one e-mail and one row, however much is spent after it", async () => {
  const { page, accessibility, screenshot } = await openAlerts();
  await setThreshold(page, threshold);
  await page.getByText("Armed").waitFor();
  await spend(10);
  await page.getByText(/^Fired \d\d:\d\d, re-arms below \$0\.00001$/).waitFor({ timeout: checked });
  await crossings(page).nth(1).waitFor({ timeout: 20_000 });
  const row = crossings(page).nth(1);
  expect(await row.innerText()).toMatch(/Still above[\s\S]*acme-corp[\s\S]*owner@example\.com/);
  const requests = row.getByRole("link", { name: "Requests of that hour" });
  expect(await requests.getAttribute("href")).toMatch(/^\/requests\?from=.+&to=.+/);
  expect(await accessibility()).toEqual([]);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  expect(await accessibility()).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await accessibility()).toEqual([]);
  await page.getByRole("button", { name: "Chart", exact: true }).click();
  await screenshot("alerts-fired");

  // Its peak grows with the next check, which tells that there was one.
  const peak = await row.getByRole("cell").nth(1).innerText();
  await spend(20);
  await row.getByRole("cell").nth(1).filter({ hasNotText: peak }).waitFor({ timeout: checked });
  expect(await crossings(page).count()).toBe(2);
  expect(await alertMails()).toHaveLength(1);
}, 240_000);
