import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { putCredential } from "../../core/contract/credentials";
import { openAccounts } from "../support/account";
import { dashboardClient } from "../support/dashboard";
import { type Product, startProduct } from "../support/product";
import { type Dashboard, openDashboard } from "./support/open-dashboard";
import { actAs, failWith } from "./support/play-api";

const goodKey = "sk-good-0123456789-4242";
const badKey = "sk-bad-0123456789-9999";

/** OpenAI, so far as a test of a key goes: the list of models, for whoever shows the right one. */
let provider: Server;
/** What it answers whoever asks; undefined: it looks at the key. */
let forced: number | undefined;
let product: Product;
let api: ReturnType<typeof dashboardClient>;
/** Signed in once; each test loads the page anew. */
let dashboard: Dashboard;

const startProvider = async (): Promise<string> => {
  provider = createServer(({ headers }, response) => {
    const status = forced ?? (headers.authorization === `Bearer ${goodKey}` ? 200 : 401);
    response.writeHead(status, { "content-type": "application/json" }).end('{"data":[]}');
  }).listen(0, "127.0.0.1");
  await once(provider, "listening");
  return `http://127.0.0.1:${(provider.address() as AddressInfo).port}/v1`;
};

beforeAll(async () => {
  product = await startProduct({ SMASHCOST_OPENAI_BASE_URL: await startProvider() });
  const accounts = await openAccounts(product.dashboardUrl);
  const token = await accounts.tokenOf(product.email, product.password);
  api = dashboardClient(product.dashboardUrl, token);
  dashboard = await openDashboard({ product, stays: true });
  await dashboard.signIn();
});

afterEach(async () => {
  forced = undefined;
  await dashboard.page.unrouteAll({ behavior: "ignoreErrors" });
});

afterAll(async () => {
  await product.dispose();
  provider.closeAllConnections();
  provider.close();
});

const open = async () => {
  await dashboard.goto("/credentials");
  return dashboard;
};

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const dialog = (page: Page) => page.getByRole("dialog");
const rowOf = (page: Page, provider: string) => page.getByRole("row", { name: provider });

const enter = async (page: Page, provider: string, key: string) => {
  await button(page, "Add").first().click();
  await dialog(page).getByLabel("Provider").selectOption(provider);
  await dialog(page).getByLabel("API key").fill(key);
  await button(page, "Test and save").click();
};

const store = (provider: "openai" | "groq") =>
  api(putCredential, { params: { provider }, body: { key: goodKey } });

test("a refused key is quoted and not stored; the right one then is, and its models are there", async () => {
  const { page } = await open();
  await enter(page, "openai", badKey);
  await dialog(page)
    .getByText(/OpenAI does not take this key: “openai refused the key \(401\)”\./)
    .waitFor();
  expect(await rowOf(page, "OpenAI").count()).toBe(0);

  await dialog(page).getByLabel("API key").fill(goodKey);
  await button(page, "Test and save").click();
  await dialog(page).waitFor({ state: "detached" });
  const row = rowOf(page, "OpenAI");
  await row.getByText("Works").waitFor();
  await row.getByText("…4242").waitFor();
  const models = row.getByRole("link", { name: /^\d+ models$/ });
  expect(await models.getAttribute("href")).toBe("/models?provider=openai");
  expect(await page.content()).not.toContain(goodKey);
  const kept = "JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }])";
  expect(await page.evaluate<string>(kept)).not.toContain(goodKey);
});

test("a stored key that the provider takes no more is failing, first, in the provider's words", async () => {
  await store("openai");
  const { page } = await open();
  await rowOf(page, "OpenAI").getByText("Works").waitFor();
  forced = 401;
  await button(page, "Test OpenAI").click();
  await rowOf(page, "OpenAI").getByText("Failing").waitFor();
  await rowOf(page, "OpenAI").getByText("“openai refused the key (401)”").waitFor();
  const first = page.getByRole("row").nth(1);
  expect(await first.innerText()).toContain("OpenAI");
  forced = undefined;
  await button(page, "Test OpenAI").click();
  await rowOf(page, "OpenAI").getByText("Works").waitFor();
  const focused = "document.activeElement?.getAttribute('aria-label')";
  expect(await page.evaluate<string>(focused)).toBe("Test OpenAI");
});

test("a provider that can't say is told as such, and storing untested is one's own choice", async () => {
  const { page } = await open();
  await button(page, "Replace OpenAI").click();
  await dialog(page).getByLabel("API key").fill(goodKey);
  forced = 503;
  await button(page, "Test and save").click();
  await dialog(page)
    .getByText(/The test came to no result: “openai .*\(503\)”\./)
    .waitFor();
  await button(page, "Save untested").click();
  await dialog(page).waitFor({ state: "detached" });
  await rowOf(page, "OpenAI").getByText("Untested").waitFor();
});

test("removing lists the models that are lost, and wants the provider's name", async () => {
  await store("openai");
  const { page } = await open();
  await button(page, "Remove OpenAI").click();
  const lost = dialog(page).getByLabel("Models that are lost");
  await lost.waitFor();
  expect(await lost.getByRole("listitem").allInnerTexts()).toContain("gpt-4o");
  const confirm = dialog(page).getByRole("button", { name: "Remove" });
  expect(await confirm.getAttribute("aria-disabled")).toBe("true");
  await dialog(page).getByLabel("Type OpenAI to confirm").fill("OpenAI");
  await confirm.click();
  await dialog(page).waitFor({ state: "detached" });
  await rowOf(page, "OpenAI").waitFor({ state: "detached" });
});

test("each provider is asked for what it takes, and no key goes to another provider", async () => {
  const { page } = await open();
  await button(page, "Add").first().click();
  const choose = (provider: string) => dialog(page).getByLabel("Provider").selectOption(provider);
  await choose("openai");
  await dialog(page).getByLabel("API key").fill(goodKey);
  await choose("azure");
  expect(await dialog(page).getByLabel("API key").inputValue()).toBe("");
  const key = dialog(page).getByLabel("API key");
  expect(await key.getAttribute("type")).toBe("password");
  expect(await key.getAttribute("autocomplete")).toBe("off");
  await button(page, "Add a deployment").click();
  await dialog(page).getByLabel("Model 1").fill("gpt-4o");
  await button(page, "Test and save").click();
  await dialog(page).getByText("API key is needed.").waitFor();
  await dialog(page).getByText("Azure resource is needed.").waitFor();
  await dialog(page).getByText("Name both the model and its deployment in each row.").waitFor();
  await choose("custom");
  await dialog(page).getByLabel("Base URL").fill("http://127.0.0.1:1");
  await button(page, "Test and save").click();
  await dialog(page)
    .getByText(/baseUrl is not HTTPS/)
    .waitFor();
  await choose("bedrock");
  await dialog(page).getByText("Empty: the gateway calls Bedrock by its own IAM role.").waitFor();
});

test("a member may test and nothing more, and is told why", async () => {
  await actAs(dashboard.page, "member");
  const { page } = await open();
  const off = (name: RegExp) =>
    page.getByRole("button", { name }).first().getAttribute("aria-disabled");
  expect(await off(/^Add/)).toBe("true");
  expect(await off(/^Remove/)).toBe("true");
  expect(await off(/^Test/)).toBeNull();
  await page.getByText("Admins and owners can do this; you are a member.").first().waitFor({
    state: "attached",
  });
});

test("without credentials the page says what to do first", async () => {
  const { page, accessibility } = dashboard;
  await page.route("**/api/credentials", async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as object;
    await route.fulfill({ response, json: { ...answer, credentials: [] } });
  });
  await open();
  await page.getByText("Add a provider to send traffic").waitFor();
  expect(await accessibility()).toEqual([]);
});

test.each(["light", "dark"] as const)(
  "axe has nothing against list and dialogs, in %s and on a phone",
  async (theme) => {
    await dashboard.page.emulateMedia({ colorScheme: theme });
    await dashboard.page.setViewportSize({ width: 390, height: 844 });
    const { page, accessibility } = await open();
    expect(await accessibility()).toEqual([]);
    await enter(page, "openai", badKey);
    await dialog(page)
      .getByText(/does not take this key/)
      .waitFor();
    expect(await accessibility()).toEqual([]);
    await dialog(page).getByLabel("Provider").selectOption("azure");
    await button(page, "Add a deployment").click();
    expect(await accessibility()).toEqual([]);
  },
);

// Last, as what it expects counts for the whole page.
test("a failure of the API keeps what was entered", async () => {
  const { page, expectProblem } = await open();
  expectProblem(/answered 500|status of 500/);
  await failWith(page, "POST", "/api/credentials/groq/try", 500);
  await enter(page, "groq", goodKey);
  await dialog(page)
    .getByText(/Couldn't save it: .* What you entered is still here\./)
    .waitFor();
  expect(await dialog(page).getByLabel("API key").inputValue()).toBe(goodKey);
  await page.keyboard.press("Escape");
  expect(await dialog(page).count()).toBe(1);
});
