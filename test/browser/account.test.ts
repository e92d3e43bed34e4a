import { linkIn, openInbox } from "../support/inbox";
import { openDashboard, suiteProduct } from "./support/open-dashboard";

const password = "correct horse 9";

const mailTo = async (email: string, page: string) => {
  const { url } = await suiteProduct();
  const mail = await openInbox(url).find(email, ({ text }) => text.includes(`${page}?`));
  return `${page}?${linkIn(mail, page).toString()}`;
};

const kept = (page: { evaluate<T>(script: string): Promise<T> }) =>
  page.evaluate<string[]>("Object.keys(localStorage)");

test("somebody signs up, follows the link in another tab, and both tabs are in", async () => {
  const { page, goto, accessibility } = await openDashboard();
  await goto("/sign-up");
  await page.getByText("Get started in seconds.").waitFor();
  await page.getByText("Minimum 8 characters").waitFor();
  expect(await accessibility()).toEqual([]);
  await page.getByLabel("Email", { exact: true }).fill("Lin@Example.com");
  await page.getByLabel("Organization").fill("Lin & Co");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByText("Take 8 characters or more.").waitFor();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Check your inbox" }).waitFor();
  expect(await accessibility()).toEqual([]);
  const other = await page.context().newPage();
  await other.goto(new URL(await mailTo("lin@example.com", "/confirm"), page.url()).href);
  await Promise.all([page, other].map((tab) => tab.getByText("Lin & Co").first().waitFor()));
  expect(await kept(page)).toContain("smashcost.session");
});

test("a link that was followed before leads to the sign-in, one that is no good to a new one", async () => {
  const { page, goto, accessibility } = await openDashboard();
  await goto(await mailTo("lin@example.com", "/confirm"));
  await page.getByText("Your address was confirmed before. Sign in.").waitFor();
  await goto("/confirm?email=nobody%40example.com&code=000000");
  await page.getByText("This link has expired, or a newer one was sent.").waitFor();
  expect(await accessibility()).toEqual([]);
  await page.getByRole("button", { name: "Send a new one" }).click();
  await page.getByText("Sent. It takes a minute.").waitFor();
});

test("a forgotten password is set anew by the link, which then signs in; unknown addresses get the same answer", async () => {
  const { page, goto, accessibility } = await openDashboard({ theme: "dark" });
  await goto("/forgot");
  await page
    .getByText("Enter your email and we'll send you a reset link valid for 1 hour.")
    .waitFor();
  for (const email of ["nobody@example.com", "lin@example.com"]) {
    await page.getByLabel("Email").fill(email);
    await page.getByRole("button", { name: /Send/ }).click();
    await page.getByText(`If ${email} has an account`).waitFor();
  }
  expect(await accessibility()).toEqual([]);
  await goto(await mailTo("lin@example.com", "/reset"));
  await page.getByLabel("New password", { exact: true }).fill("another horse 9");
  await page.getByLabel("Confirm new password").fill("another horse 8");
  await page.getByRole("button", { name: "Set new password" }).click();
  await page.getByText("These are two different passwords.").waitFor();
  expect(await accessibility()).toEqual([]);
  await page.getByLabel("Confirm new password").fill("another horse 9");
  await page.getByRole("button", { name: "Set new password" }).click();
  await page.getByText("Lin & Co").first().waitFor();
  await goto("/reset?email=lin%40example.com&code=000000");
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByLabel("Confirm new password").fill(password);
  await page.getByRole("button", { name: "Set new password" }).click();
  await page.getByText("Link expired. Send a new one").waitFor();
});

test("a wrong password is told, and a link to elsewhere is not followed after the sign-in", async () => {
  const { page, goto, product, accessibility } = await openDashboard();
  await goto("/sign-in?next=%2F%5Cexample.com");
  await page.getByLabel("Email", { exact: true }).fill(product.email);
  await page.getByLabel("Password", { exact: true }).fill("wrong password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText("Wrong e-mail or password.").waitFor();
  expect(await accessibility()).toEqual([]);
  await page.getByLabel("Password", { exact: true }).fill(product.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`${product.url}/`);
});

test("tokens are in memory alone, and a sign-out in one tab is one in all", async () => {
  const { page, signIn, goto } = await openDashboard();
  await signIn();
  await goto("/settings");
  const names = await kept(page);
  expect(names.filter((name) => !/^smashcost\.(session|theme|colors\..+)$/.test(name))).toEqual([]);
  const session = await page.evaluate<string>("localStorage.getItem('smashcost.session')");
  expect(Object.keys(JSON.parse(session) as object).sort()).toEqual(["refreshToken", "user"]);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("heading", { name: "Settings" }).waitFor();
  await other.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL(/\/sign-in/);
  expect(await kept(page)).not.toContain("smashcost.session");
});

test("a session that expires asks over the page, and what was typed stays", async () => {
  const { page, signIn, goto, product, accessibility } = await openDashboard();
  await signIn();
  await goto("/settings");
  await page.getByLabel("Monthly budget (USD)").fill("4321");
  await page.route("**/api/**", (route) => route.fulfill({ status: 401, body: "{}" }));
  await page.getByRole("button", { name: "Save" }).nth(1).click();
  await page.getByRole("heading", { name: "Your session has ended" }).waitFor();
  expect(await accessibility()).toEqual([]);
  await page.unroute("**/api/**");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password", { exact: true }).fill(product.password);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(await page.getByLabel("Monthly budget (USD)").inputValue()).toBe("4321");
});

test("no network signs nobody out: it is said, and tried again", async () => {
  const { page, signIn, goto, expectProblem } = await openDashboard();
  await signIn();
  expectProblem(/ERR_FAILED|failed:/);
  await page.route(/\/(api|cognito)/, (route) => route.abort());
  await page.reload();
  await page.getByText("Couldn't load your account").waitFor();
  await page.unroute(/\/(api|cognito)/);
  await page.getByRole("button", { name: "Retry" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).waitFor();
  await goto("/nothing/here");
  await page.getByText("There is no page here.").waitFor();
  await page.getByRole("navigation", { name: "Main" }).first().waitFor();
});
