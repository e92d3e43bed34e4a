import OpenAI from "openai";
import type { Page } from "playwright-core";
import { createKey, listKeys, updateKey } from "../../core/contract/keys";
import { updateOrganization } from "../../core/contract/organization";
import { openAccounts } from "../support/account";
import { dashboardClient } from "../support/dashboard";
import { openDashboard, suiteProduct } from "./support/open-dashboard";
import { actAs, failWith } from "./support/play-api";

type Api = ReturnType<typeof dashboardClient>;
let api: Api;

beforeAll(async () => {
  const { dashboardUrl, email, password } = await suiteProduct();
  const accounts = await openAccounts(dashboardUrl);
  api = dashboardClient(dashboardUrl, await accounts.tokenOf(email, password));
});

const open = async (options: Parameters<typeof openDashboard>[0] = {}) => {
  const dashboard = await openDashboard(options);
  await dashboard.signIn();
  await dashboard.goto("/keys");
  return dashboard;
};

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });

const dialog = (page: Page) => page.getByRole("dialog");

/** Fills in the least that a key takes, and sends it. */
const create = async (page: Page, name: string) => {
  await button(page, "Create key").first().click();
  await dialog(page).getByLabel("Name").fill(name);
  await dialog(page).getByLabel("Environment").fill("dev");
  await dialog(page).getByRole("button", { name: "Create key" }).click();
};

const secretOn = (page: Page) => dialog(page).getByLabel("The new key").innerText();

const askWith = ({ gatewayUrl }: { gatewayUrl: string }, apiKey: string) =>
  new OpenAI({ apiKey, baseURL: gatewayUrl, maxRetries: 0 }).chat.completions.create({
    model: "gpt-4o",
    messages: [{ role: "user", content: "Say hello." }],
  });

const keyNamed = async (name: string) => {
  const { body } = await api(listKeys);
  const key = body.keys.find((one) => one.name === name);
  if (!key) throw new Error(`there is no key ${name}`);
  return key;
};

/** Asks until something is there: what was spent is recorded a moment later. */
const until = async <T>(ask: () => Promise<T | undefined>): Promise<T> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("it did not come within 10 seconds");
};

/** Everything that a page keeps beyond what it shows: as text. */
const keptBy = (page: Page) =>
  page.evaluate<string>(`(async () => JSON.stringify({
    url: location.href,
    history: history.state,
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookie: document.cookie,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    name: window.name,
  }))()`);

/** Whether a text is anywhere in the page's memory once its garbage is collected. */
const isInMemory = async (page: Page, text: string): Promise<boolean> => {
  const session = await page.context().newCDPSession(page);
  let heap = "";
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => {
    heap += chunk;
  });
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await session.detach();
  return heap.includes(text);
};

test("a key is made, shown once, used by a stock client, and revoked", async () => {
  const { page, product } = await open();
  await create(page, "life of a key");
  const secret = await secretOn(page);
  expect(secret).toMatch(/^sk-sc-/);
  const answer = await askWith(product, secret);
  expect(answer.choices[0]?.message.content).toBeTruthy();
  await button(page, "I saved it").click();

  const row = page.getByRole("row", { name: /life of a key/ });
  await expect(row.innerText()).resolves.toContain(`…${secret.slice(-4)}`);
  await row.getByRole("button", { name: "Revoke life of a key" }).click();
  await dialog(page)
    .getByText(/In the last 24 hours: /)
    .waitFor();
  const confirm = dialog(page).getByRole("button", { name: "Revoke key" });
  expect(await confirm.getAttribute("aria-disabled")).toBe("true");
  await dialog(page).getByLabel("Type life of a key to confirm").fill("life of a key");
  await confirm.click();
  await dialog(page).waitFor({ state: "detached" });
  await row.waitFor({ state: "detached" });

  await until(async () => {
    const failure: unknown = await askWith(product, secret).then(
      () => undefined,
      (error: unknown) => error,
    );
    return failure instanceof OpenAI.AuthenticationError ? failure : undefined;
  });
  await button(page, /^Revoked/).click();
  await page.waitForURL("**/keys?status=revoked");
  await page.getByRole("row", { name: /life of a key/ }).waitFor();
});

test("each language's example holds the key and the gateway's address", async () => {
  const { page, product } = await open();
  await create(page, "examples");
  const secret = await secretOn(page);
  for (const language of ["curl", "Python", "TypeScript"]) {
    await page.getByRole("tab", { name: language }).click();
    const code = await page.getByLabel(`${language} example`).innerText();
    expect(code).toContain(secret);
    expect(code).toContain(`${product.gatewayUrl}${language === "curl" ? "/chat" : '"'}`);
  }
});

test("a secret is kept nowhere: not in the URL, in storage, in the page or in memory", async () => {
  const { page } = await open();
  await create(page, "kept nowhere");
  const secret = await secretOn(page);
  expect(await keptBy(page)).not.toContain(secret);
  expect(await isInMemory(page, secret)).toBe(true);

  await button(page, "I saved it").click();
  await page.getByRole("row", { name: /kept nowhere/ }).waitFor();
  expect(await page.content()).not.toContain(secret);
  expect(await keptBy(page)).not.toContain(secret);
  expect(await isInMemory(page, secret)).toBe(false);
});

test("neither Esc, a click outside, Back nor the tab's end takes an unsaved key away", async () => {
  const { page, goto } = await open();
  await goto("/credentials");
  await page.getByRole("link", { name: "API keys" }).first().click();
  await create(page, "not lost");
  const secret = await secretOn(page);

  await page.keyboard.press("Escape");
  await page.mouse.click(4, 4);
  expect(await secretOn(page)).toBe(secret);

  await page.evaluate("history.back()");
  await dialog(page)
    .getByText("Did you save the key? Once you leave, nobody can show it again.")
    .waitFor();
  await button(page, "Stay").click();
  expect(await secretOn(page)).toBe(secret);
  expect(new URL(page.url()).pathname).toBe("/keys");

  const warning = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const asked = await warning;
  expect(asked.type()).toBe("beforeunload");
  await asked.dismiss();
  expect(await secretOn(page)).toBe(secret);

  await page.evaluate("history.back()");
  await button(page, "Leave without it").click();
  await page.waitForURL(/\/credentials$/);
  await dialog(page).waitFor({ state: "detached" });
});

test("what is wrong stands under its field, and nothing is sent", async () => {
  const { page } = await open();
  await button(page, "Create key").first().click();
  await dialog(page).getByLabel("Daily budget (USD)").fill("0.0000001");
  await dialog(page).getByLabel("Requests per minute").fill("many");
  await dialog(page).getByRole("button", { name: "Create key" }).click();
  const notes = async (label: string) => {
    const field = dialog(page).getByLabel(label, { exact: true });
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    const ids = (await field.getAttribute("aria-describedby"))?.split(" ") ?? [];
    const texts = ids.map((id) => page.locator(`[id="${id}"]`).innerText());
    return (await Promise.all(texts)).join(" ");
  };
  expect(await notes("Name")).toContain("Name the key");
  expect(await notes("Environment")).toContain("Say where it is used");
  expect(await notes("Daily budget (USD)")).toContain("at most 6 decimals");
  expect(await notes("Requests per minute")).toContain("whole number");
});

test("a failure of the API keeps what was typed, and the next try goes through", async () => {
  const { page, expectProblem } = await open();
  expectProblem(/answered 500|status of 500/);
  const heal = await failWith(page, "POST", "/api/keys", 500);
  await create(page, "after a failure");
  await dialog(page)
    .getByText(/Couldn't save it: .* What you entered is still here\./)
    .waitFor();
  expect(await dialog(page).getByLabel("Name").inputValue()).toBe("after a failure");
  await heal();
  await dialog(page).getByRole("button", { name: "Create key" }).click();
  expect(await secretOn(page)).toMatch(/^sk-sc-/);
});

test("a budget's gauge says how much is used, and warns in words from 80%", async () => {
  const product = await suiteProduct();
  const body = { name: "gauged", environment: "dev" };
  const { body: made } = await api(createKey, { body });
  await askWith(product, made.secret);
  const spent = await until(async () => {
    const { day } = (await keyNamed("gauged")).spend;
    return day === "0" ? undefined : Number(day) / 1e6;
  });
  const budget = { dailyMicroUsd: Math.ceil(spent / 0.85), monthlyMicroUsd: 1_000_000_000 };
  await api(updateKey, { params: { key: made.key.id }, body: { budget } });

  const { page, accessibility } = await open();
  const row = page.getByRole("row", { name: /gauged/ });
  const daily = row.getByRole("meter", { name: "Daily budget of gauged" });
  expect(Number(await daily.getAttribute("aria-valuenow"))).toBeGreaterThanOrEqual(80);
  await row.getByText(/^8[0-5]% used$/).waitFor();
  expect(await row.getByRole("meter", { name: /Monthly/ }).getAttribute("aria-valuetext")).toMatch(
    / of \$1,000\.00 this month$/,
  );
  expect(await accessibility()).toEqual([]);
  await row.getByRole("link", { name: /today/ }).click();
  await page.waitForURL(`**/requests?key=${made.key.id}&period=today`);
});

test("a key is edited: what was set is shown, what was emptied is gone", async () => {
  const body = {
    name: "edited",
    environment: "staging",
    budget: { dailyMicroUsd: 2_500_000 },
    requestsPerMinute: 60,
    expiresAt: "2099-12-31T10:30:00Z",
  };
  await api(createKey, { body });
  const { page } = await open();
  await button(page, "Edit edited").click();
  expect(await dialog(page).getByLabel("Daily budget (USD)").inputValue()).toBe("2.5");
  expect(await dialog(page).getByLabel("Last day").inputValue()).toBe("2099-12-31");
  await dialog(page).getByLabel("Requests per minute").fill("");
  await dialog(page).getByLabel("Monthly budget (USD)").fill("$40");
  await dialog(page).getByLabel("Routing mode").selectOption("quality");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await dialog(page).waitFor({ state: "detached" });
  expect(await keyNamed("edited")).toMatchObject({
    budget: { dailyMicroUsd: 2_500_000, monthlyMicroUsd: 40_000_000 },
    requestsPerMinute: null,
    routingMode: "quality",
    // Nobody touched the day, so the hour stays.
    expiresAt: "2099-12-31T10:30:00.000Z",
  });
  expect(await page.getByRole("row", { name: /edited/ }).innerText()).toContain("quality");
});

test("where the organization stores no prompts, a key's field says so and leads to settings", async () => {
  await api(updateOrganization, { body: { promptStorage: false } });
  const { page } = await open();
  await button(page, "Create key").first().click();
  expect(await dialog(page).getByLabel("Store prompts (days)").isDisabled()).toBe(true);
  await dialog(page).getByText("Off: your organization stores no prompts.").waitFor();
  const link = dialog(page).getByRole("link", { name: "Allow it in settings" });
  expect(await link.getAttribute("href")).toBe("/settings");
});

test("a viewer sees the buttons, and why they can't be pressed", async () => {
  const dashboard = await openDashboard();
  await actAs(dashboard.page, "viewer");
  await dashboard.signIn();
  await dashboard.goto("/keys");
  const make = button(dashboard.page, /^Create key/).first();
  expect(await make.getAttribute("aria-disabled")).toBe("true");
  await make.hover();
  await dashboard.page
    .getByText(/Members, admins and owners can do this; you are a viewer\./)
    .first()
    .waitFor();
  await make.click({ force: true });
  expect(await dialog(dashboard.page).count()).toBe(0);
});

test("without keys the page says what to do first", async () => {
  const { page, accessibility, goto } = await open();
  await page.route("**/api/keys", (route) => route.fulfill({ json: { keys: [] } }));
  await goto("/keys");
  await page.getByText("No keys yet. Create one for dev").waitFor();
  expect(await accessibility()).toEqual([]);
});

test("a list that does not come is told, and asked for again", async () => {
  const { page, goto, expectProblem } = await open();
  expectProblem(/answered 500|status of 500/);
  const heal = await failWith(page, "GET", "/api/keys", 500);
  await goto("/keys");
  await page.getByText(/^Couldn't load API keys: /).waitFor();
  await heal();
  await button(page, "Retry").click();
  await page.getByRole("table").waitFor();
});

test.each(["light", "dark"] as const)(
  "axe has nothing against the dialogs, in %s and on a phone",
  async (theme) => {
    const { page, accessibility } = await open({ theme, width: 390, height: 844 });
    await button(page, "Create key").first().click();
    await dialog(page).getByRole("button", { name: "Create key" }).click();
    expect(await accessibility()).toEqual([]);
    await dialog(page).getByLabel("Name").fill(`looked at in ${theme}`);
    await dialog(page).getByLabel("Environment").fill("dev");
    await dialog(page).getByRole("button", { name: "Create key" }).click();
    await page.getByRole("tab", { name: "curl" }).waitFor();
    expect(await accessibility()).toEqual([]);
    await button(page, "I saved it").click();
    await button(page, `Revoke looked at in ${theme}`).click();
    await dialog(page)
      .getByText(/In the last 24 hours/)
      .waitFor();
    expect(await accessibility()).toEqual([]);
  },
);
