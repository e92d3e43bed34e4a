import type { Page } from "playwright-core";
import { openRecords } from "../support/records";
import { openDashboard, suiteProduct } from "./support/open-dashboard";

const ask = async (times: number) => {
  const { client } = await suiteProduct();
  const messages = [{ role: "user" as const, content: "Say hello in one sentence." }];
  for (let n = 0; n < times; n += 1) {
    await client().chat.completions.create({ model: "gpt-4o", messages });
  }
};

const rows = (page: Page) => page.locator("tr[data-request]");
const pill = (page: Page) => page.getByRole("button", { name: /new requests?: show$/ });
const firstId = (page: Page) => rows(page).first().getAttribute("data-request");

/** The first row that the head does not cover, and where it stands. */
const topRow = (page: Page) =>
  page.evaluate<string>(`(() => {
    const area = document.querySelector("table[role=grid]").parentElement;
    const head = area.getBoundingClientRect().top + 31;
    const rows = [...area.querySelectorAll("tr[data-request]")];
    const row = rows.find((one) => one.getBoundingClientRect().top >= head);
    return row.dataset.request + " at " + Math.round(row.getBoundingClientRect().top);
  })()`);

const open = async () => {
  const dashboard = await openDashboard({ height: 600 });
  await dashboard.signIn();
  await dashboard.goto("/requests");
  await rows(dashboard.page).first().waitFor();
  return dashboard;
};

beforeAll(async () => {
  const records = openRecords(await suiteProduct());
  await ask(50);
  await records.untilRows(50);
  records.close();
});

test("a new request enters at the top while nobody reads", async () => {
  const { page } = await open();
  const before = await firstId(page);
  await ask(1);
  await page.getByText("51 requests", { exact: true }).waitFor();
  expect(await firstId(page)).not.toBe(before);
});

test("checks 11 and 12: new requests move nothing that is read, and the pause is in sight", async () => {
  const { page } = await open();
  await page.evaluate(`document.querySelector("table[role=grid]").parentElement.scrollTop = 640`);
  await page.getByText("Paused while you read").waitFor();
  const before = await topRow(page);
  await ask(2);
  await pill(page).filter({ hasText: "2 new requests: show" }).waitFor();
  expect(await topRow(page)).toBe(before);
  await pill(page).click();
  await page.getByText("New requests appear at the top").waitFor();
  expect(await pill(page).count()).toBe(0);
});

test("check 13: the panel stays open while requests come, J moves on, Esc closes", async () => {
  const { page, accessibility } = await open();
  await rows(page).first().focus();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: "Request" });
  await panel.getByText("Attempts").waitFor();
  const url = page.url();
  await ask(1);
  await pill(page).waitFor();
  expect(page.url()).toBe(url);
  expect(await panel.isVisible()).toBe(true);
  expect(await accessibility()).toEqual([]);
  await page.keyboard.press("j");
  await page.waitForURL((moved) => moved.href !== url);
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  expect(new URL(page.url()).pathname).toBe("/requests");
});
