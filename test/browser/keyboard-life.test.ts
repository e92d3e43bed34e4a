import type { Page } from "playwright-core";
import { createChapters } from "./support/chapters";
import { keyboardOf } from "./support/keyboard";
import { type Dashboard, openDashboard, suiteProduct } from "./support/open-dashboard";
import { sendTraffic } from "./support/send-traffic";

// What a user does from day to day, without a pointer; wherever the focus comes to, it is to be seen.

let dashboard: Dashboard;
const chapter = createChapters(() => dashboard.screenshot("keyboard-life-failed"));
let page: Page;
let keyboard: ReturnType<typeof keyboardOf>;

beforeAll(async () => {
  const { gatewayUrl, apiKey } = await suiteProduct();
  const feature = "/api/summarize";
  await sendTraffic(gatewayUrl, apiKey, { customer: "acme-corp", feature });
  await sendTraffic(gatewayUrl, apiKey, { customer: "globex", feature });
  dashboard = await openDashboard({ stays: true });
  ({ page } = dashboard);
  keyboard = keyboardOf(page);
});

const button = (name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });
const dialog = () => page.getByRole("dialog");
const visit = async (title: string) => {
  const main = page.getByRole("navigation", { name: "Main" });
  await keyboard.choose(main.getByRole("link", { name: title, exact: true }));
  await page.getByRole("heading", { level: 1, name: new RegExp(title, "i") }).waitFor();
};

chapter("signing in", async () => {
  await dashboard.goto("/sign-in");
  await keyboard.write(page.getByLabel("Email", { exact: true }), dashboard.product.email);
  await keyboard.write(page.getByLabel("Password", { exact: true }), dashboard.product.password);
  await keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
});

chapter("the first stop of a page leads past its navigation", async () => {
  await dashboard.goto("/keys");
  const skip = page.getByRole("link", { name: "Skip to the page" });
  await keyboard.press("Tab");
  await keyboard.holds(skip);
  await keyboard.press("Enter");
  await keyboard.holds(page.getByRole("main"));
  await keyboard.press("Tab");
  await keyboard.holds(page.getByRole("main").locator("*"));
});

chapter("a key is created, its secret is kept from Esc, and the focus comes back", async () => {
  await keyboard.choose(button("Create key").first());
  await keyboard.write(dialog().getByLabel("Name"), "By keyboard");
  await keyboard.write(dialog().getByLabel("Environment"), "dev");
  await keyboard.press("Enter");
  await button("I saved it").waitFor();
  await keyboard.press("Escape");
  await keyboard.choose(button("I saved it"));
  await dialog().waitFor({ state: "detached" });
  await page.getByRole("row").filter({ hasText: "By keyboard" }).waitFor();
  await keyboard.holds(button("Create key"));
});

chapter("requests are filtered, and one is opened by Enter and closed by Esc", async () => {
  await visit("Requests");
  await keyboard.choose(button("Filter"));
  await keyboard.choose(dialog().getByRole("button", { name: "Customer" }));
  await keyboard.choose(dialog().getByRole("checkbox", { name: /^acme-corp/ }), "Space");
  await keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
  await keyboard.holds(button("Filter"));
  await page.getByText("1 request", { exact: true }).first().waitFor();
  const row = page.locator("tr[data-request]");
  await keyboard.choose(row);
  const panel = page.getByRole("complementary", { name: "Request" });
  await panel.getByText("acme-corp").first().waitFor();
  await keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await keyboard.holds(row);
});

chapter("the map is gone into by Enter and out of by Esc, and the focus goes along", async () => {
  await visit("Overview");
  await keyboard.choose(button(/^acme-corp: .*1 request$/));
  const feature = button(/^\/api\/summarize: .*1 request$/);
  await keyboard.holds(feature);
  await keyboard.press("Enter");
  await keyboard.holds(button(/sandbox.*: .*1 request$/));
  await keyboard.press("Escape");
  await keyboard.holds(feature);
  await keyboard.press("Escape");
  await keyboard.holds(button(/^acme-corp: .*1 request$/));
});

chapter("a routing mode is chosen by arrows, and applied", async () => {
  await visit("Routing mode");
  const chosen = page.getByRole("radio", { checked: true });
  await page.getByRole("radio", { name: /^Balanced.*In use$/ }).waitFor();
  await keyboard.reach(chosen);
  await keyboard.press("ArrowDown");
  await keyboard.holds(page.getByRole("radio", { name: /^Cost/, checked: true }));
  await keyboard.choose(button("Apply"));
  await page.getByText("Routing mode is now Cost.").waitFor();
  await page.getByRole("radio", { name: /^Cost.*In use$/ }).waitFor();
});

chapter("a spend alert is saved", async () => {
  await visit("Spend alerts");
  await keyboard.write(page.getByLabel("Threshold in USD"), "5");
  await keyboard.choose(button("Save"));
  await page.getByText("Armed", { exact: true }).waitFor();
});

chapter("a teammate is invited, in a role chosen by arrows", async () => {
  await visit("Team");
  await keyboard.write(page.getByLabel("Email", { exact: true }), "grace@example.com");
  const role = page.getByLabel("Role", { exact: true });
  await keyboard.reach(role);
  const before = await role.inputValue();
  await keyboard.press("ArrowDown");
  const chosen = await role.inputValue();
  expect(chosen).not.toBe(before);
  await keyboard.choose(button("Send"));
  await page.getByText("Invite sent to grace@example.com.").waitFor();
  const pending = page.getByRole("region", { name: "Pending invites" });
  await pending.getByRole("cell", { name: new RegExp(chosen, "i") }).waitFor();
});

chapter("signing out", async () => {
  await keyboard.choose(button("Sign out"));
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
});
