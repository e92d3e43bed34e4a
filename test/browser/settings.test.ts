import { openDashboard } from "./support/open-dashboard";

const open = async (theme: "light" | "dark" = "light") => {
  const dashboard = await openDashboard({ theme });
  await dashboard.signIn();
  await dashboard.goto("/settings");
  return dashboard;
};

test.each(["light", "dark"] as const)(
  "the settings have nothing against them in %s",
  async (theme) => {
    const { accessibility } = await open(theme);
    expect(await accessibility()).toEqual([]);
  },
);

test("limits are saved, are there after a reload, and say what is wrong under their field", async () => {
  const { page, goto } = await open();
  const panel = page.getByRole("region", { name: "Limits" });
  await panel.getByLabel("Daily budget (USD)").fill("many");
  await panel.getByRole("button", { name: "Save" }).click();
  await panel.getByText("This is no amount. Write it like 10 or 2.50.").waitFor();
  await panel.getByLabel("Daily budget (USD)").fill("12.50");
  await panel.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").first().waitFor();
  await goto("/settings");
  expect(await panel.getByLabel("Daily budget (USD)").inputValue()).toBe("12.5");
});

test("a save that fails says so, and what was typed stays", async () => {
  const { page, expectProblem } = await open();
  expectProblem(/status of 500|answered 500/);
  await page.route("**/api/organization", (route) => route.fulfill({ status: 500, body: "{}" }));
  const panel = page.getByRole("region", { name: "Organization" });
  await panel.getByLabel("Name of organization").fill("New name");
  await panel.getByRole("button", { name: "Save" }).click();
  await panel.getByText("answered with status 500").waitFor();
  expect(await panel.getByLabel("Name of organization").inputValue()).toBe("New name");
});

test("who leaves with unsaved changes is asked first", async () => {
  const { page } = await open();
  await page.getByLabel("Name of organization").fill("Not saved");
  await page.getByRole("link", { name: "Team" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stay" }).click();
  expect(await page.getByLabel("Name of organization").inputValue()).toBe("Not saved");
  await page.getByRole("link", { name: "Team" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await page.waitForURL(/\/team$/);
});

test("deleting takes the typed name, signs out, and names where the receipt goes", async () => {
  const { page, product, accessibility } = await open();
  await page
    .getByText("Permanently delete your account and all associated data. This cannot be undone.")
    .waitFor();
  const name = await page.getByLabel("Name of organization").inputValue();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByText(
      "This will permanently deactivate your account and organization. All API keys will stop working immediately. This action cannot be undone.",
    )
    .waitFor();
  expect(await accessibility()).toEqual([]);
  await dialog.getByRole("textbox").fill(name);
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await page.waitForURL(/\/sign-in$/);
  await page.getByText(`A receipt goes to ${product.email}.`).waitFor();
});
