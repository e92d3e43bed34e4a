import { openDashboard } from "./support/open-dashboard";

const tiny = "sandbox/sandbox-tiny";

const openModels = async (path = "/models", options = {}) => {
  const dashboard = await openDashboard(options);
  await dashboard.signIn();
  await dashboard.goto(path);
  const row = (offer: string) => dashboard.page.locator(`tr[data-offer="${offer}"]`);
  return { ...dashboard, row };
};

test("search, filter and order survive a reload and Back, and a search without a match can be cleared", async () => {
  const { page, goto } = await openModels();
  await page.getByLabel("Search name or id").fill("sandbox tiny");
  await page.getByText(/^1 of [\d,]+ models$/).waitFor();
  await page.getByLabel("Status", { exact: true }).selectOption("enabled");
  await page.getByRole("button", { name: "Input / 1K tokens" }).click();
  await page.reload();
  await page.getByText(/^1 of [\d,]+ models$/).waitFor();
  expect(await page.getByLabel("Search name or id").inputValue()).toBe("sandbox tiny");
  const head = page.getByRole("columnheader", { name: "Input / 1K tokens" });
  expect(await head.getAttribute("aria-sort")).toBe("ascending");
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has("sort"));
  expect(new URL(page.url()).searchParams.get("status")).toBe("enabled");
  await goto("/models?search=no+such+model");
  await page.getByRole("heading", { name: "No model matches." }).waitFor();
  await page.getByRole("button", { name: "Clear filters" }).last().click();
  await page.getByText(/^[\d,]+ models$/).waitFor();
});

test("a model that is switched off is refused by the gateway, and Undo brings it back", async () => {
  const { page, product, row } = await openModels();
  const ask = async () => {
    const body = { model: tiny, messages: [{ role: "user", content: "Hello" }] };
    return (await product.post("/chat/completions", JSON.stringify(body))).status;
  };
  // The gateway holds settings for up to a second.
  const untilAsked = async (wanted: (status: number) => boolean) => {
    for (let tries = 0; tries < 20; tries += 1) {
      if (wanted(await ask())) return true;
      await page.waitForTimeout(250);
    }
    return false;
  };
  expect(await ask()).toBe(200);
  await row(tiny).getByRole("switch").press("Space");
  await page.getByText("Sandbox Tiny switched off.").waitFor();
  await row(tiny).getByText("Off", { exact: true }).waitFor();
  expect(await untilAsked((status) => status >= 400)).toBe(true);
  await page.getByRole("button", { name: "Undo" }).click();
  await row(tiny).getByText("Enabled", { exact: true }).waitFor();
  expect(await untilAsked((status) => status === 200)).toBe(true);
});

test("a price of one's own changes what a typical request costs, exactly, and is reverted", async () => {
  const { page, row } = await openModels(`/models?offer=${tiny}`);
  const before = await row(tiny).locator("td").nth(3).innerText();
  await page.getByRole("button", { name: "Set a price of your own" }).click();
  await page.getByLabel("Input", { exact: true }).fill("2");
  await page.getByLabel("Output", { exact: true }).fill("10");
  await page.getByRole("button", { name: "Set your price" }).click();
  await page.getByText("Sandbox Tiny has a price of your own.").waitFor();
  // 500 × $2 and 200 × $10 a million.
  expect(await row(tiny).locator("td").nth(3).innerText()).toContain("$0.003");
  await page.getByRole("button", { name: "Go back to the catalog's price" }).click();
  await page.getByText("Sandbox Tiny is at the catalog's price again.").waitFor();
  expect(await row(tiny).locator("td").nth(3).innerText()).toBe(before);
});

test("a switch that the API does not take goes back, and says why", async () => {
  const { page, row, expectProblem } = await openModels();
  expectProblem(/answered 500|status of 500/);
  await page.route("**/api/models", (route) =>
    route.request().method() === "PATCH"
      ? route.fulfill({ status: 500, body: "{}" })
      : route.continue(),
  );
  await row(tiny).getByRole("switch").press("Space");
  await page.getByText(/Couldn't switch Sandbox Tiny/).waitFor();
  expect(await row(tiny).getByRole("switch").isChecked()).toBe(true);
});

test.each(["light", "dark"] as const)(
  "axe has nothing against the catalog and its details in %s",
  async (theme) => {
    const { goto, accessibility } = await openModels("/models", { theme });
    expect(await accessibility()).toEqual([]);
    await goto(`/models?offer=${tiny}`);
    expect(await accessibility()).toEqual([]);
  },
);
