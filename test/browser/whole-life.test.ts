import OpenAI from "openai";
import type { Page } from "playwright-core";
import { sandboxKey } from "../../local/sandbox/sandbox-key";
import { linkIn, openInbox, type ReceivedMail } from "../support/inbox";
import { createChapters } from "./support/chapters";
import { type Dashboard, openDashboard, suiteProduct } from "./support/open-dashboard";
import { sendTraffic } from "./support/send-traffic";
import { until } from "./support/until";

// The whole life of a user, by the pages alone.

const ada = { email: "ada@example.com", password: "correct horse 9", company: "Ada & Co" };
const grace = { email: "grace@example.com", password: "another horse 9" };
const newPassword = "a third horse 9";
const tags = { customer: "acme-corp", feature: "/api/summarize" };
const checkedMs = 90_000; // alerts are looked at once a minute

let theirs: Dashboard;
const chapter = createChapters(() => theirs.screenshot("whole-life-failed"));
let page: Page;
let inbox: ReturnType<typeof openInbox>;
let secret = "";

beforeAll(async () => {
  theirs = await openDashboard({ stays: true });
  ({ page } = theirs);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  inbox = openInbox(theirs.product.url);
});

const button = (name: string | RegExp, on = page) =>
  on.getByRole("button", { name, exact: typeof name === "string" });
const dialog = () => page.getByRole("dialog");
const visit = (title: string) =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: title }).first().click();
const heading = (name: string) => page.getByRole("heading", { level: 1, name });
const rowOf = (text: string | RegExp) => page.getByRole("row").filter({ hasText: text });
const pathOf = (on = page) => new URL(on.url()).pathname;

/** The path of a mail's link, to be gone to in whichever tab. */
const followable = (mail: ReceivedMail, path: string) => `${path}?${linkIn(mail, path).toString()}`;
const mailTo = (email: string, path: string) =>
  inbox.find(email, ({ text }) => text.includes(`${path}?`));

const ask = () => sendTraffic(theirs.product.gatewayUrl, secret, tags);

const signIn = async (email: string, password: string) => {
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await button("Sign in").click();
};

chapter("signing up asks to confirm the address by its mail", async () => {
  await theirs.goto("/sign-in");
  await page.getByRole("link", { name: "Create one" }).click();
  await heading("Create account").waitFor();
  await page.getByLabel("Email", { exact: true }).fill(ada.email);
  await page.getByLabel("Organization").fill(ada.company);
  await page.getByLabel("Password", { exact: true }).fill(ada.password);
  await button("Create account").click();
  await heading("Check your inbox").waitFor();
});

chapter("the mail's link, opened in another tab, signs both tabs in", async () => {
  const link = followable(await mailTo(ada.email, "/confirm"), "/confirm");
  const other = await page.context().newPage();
  await other.goto(`${theirs.product.url}${link}`);
  await page.getByText("No traffic yet. Add a credential, create a key").waitFor();
  await until(
    "the other tab's sign-in",
    async () => pathOf(other),
    (path) => path !== "/confirm",
  );
  await other.close();
  expect(pathOf()).toBe("/");
  await page.getByText(ada.company).first().waitFor();
});

chapter("a credential is tested, and works", async () => {
  await page.getByRole("link", { name: "Add a credential" }).click();
  await heading("Provider credentials").waitFor();
  await button("Add").first().click();
  await dialog().getByLabel("Provider").selectOption("sandbox");
  await dialog().getByLabel("API key", { exact: true }).fill("sk-wrong-one");
  await button("Test and save").click();
  await dialog().getByText("Nothing was stored.").waitFor();
  await dialog().getByLabel("API key", { exact: true }).fill(sandboxKey);
  await button("Test and save").click();
  await rowOf("Sandbox").getByText("Works").waitFor();
});

chapter("a key is shown once, and copied", async () => {
  await visit("API keys");
  await button("Create key").first().click();
  await dialog().getByLabel("Name").fill("Prod");
  await dialog().getByLabel("Environment").fill("production");
  await dialog().getByRole("button", { name: "Create key" }).click();
  await button("Copy the key").click();
  await button("Copied").waitFor();
  secret = await page.evaluate<string>("navigator.clipboard.readText()");
  expect(secret).toMatch(/^sk-sc-/);
  await button("I saved it").click();
  await rowOf("Prod")
    .getByText(`…${secret.slice(-4)}`)
    .waitFor();
  expect(await page.content()).not.toContain(secret);
});

chapter(
  "a request of the stock client appears among the rows while they are looked at",
  async () => {
    await visit("Requests");
    await page.getByText(/^No requests yet/).waitFor();
    await page.evaluate("globalThis.neverReloaded = true");
    const answer = await ask();
    expect(answer.choices[0]?.message.content).toBeTruthy();
    await rowOf("acme-corp").first().waitFor();
    expect(await page.evaluate("globalThis.neverReloaded")).toBe(true);
    await ask();
    await page.getByText("2 requests", { exact: true }).first().waitFor();
  },
);

chapter(
  "the overview counts it, and the map leads to customer, feature, model and back",
  async () => {
    await visit("Overview");
    await page.getByRole("link", { name: /^Requests: 2, open its requests$/ }).waitFor();
    const place = page.getByRole("navigation", { name: "Place in the map" });
    await button(/^acme-corp: .*2 requests$/).click();
    await button(/^\/api\/summarize: .*2 requests$/).click();
    expect(new URL(page.url()).searchParams.get("feature")).toBe(tags.feature);
    await button(/sandbox.*: .*2 requests$/).click();
    await heading("Requests").waitFor();
    await page.getByText("2 requests", { exact: true }).first().waitFor();
    await page.goBack();
    await place.getByRole("button", { name: "acme-corp" }).click();
    await place.getByRole("button", { name: "All" }).click();
    await button(/^acme-corp: .*2 requests$/).waitFor();
    expect(new URL(page.url()).search).toBe("");
  },
);

chapter("a routing mode is applied, and what each would have cost is simulated", async () => {
  await visit("Routing mode");
  await heading("Routing Mode").waitFor();
  await page.getByRole("radio", { name: /^Cost/ }).check({ force: true });
  await button("Apply").click();
  await page.getByText("Routing mode is now Cost.").waitFor();
  const simulator = page.getByRole("region", { name: "Simulator", exact: true });
  await button("Look at today so far").click();
  for (const mode of ["Off", "Quality", "Balanced", "Cost"]) {
    await simulator.getByRole("row").filter({ hasText: mode }).first().waitFor();
  }
  await theirs.goto("/routing");
  expect(await page.getByRole("radio", { name: /^Cost/ }).isChecked()).toBe(true);
});

chapter(
  "a spend alert that is crossed says Fired, and sends one mail",
  async () => {
    await visit("Spend alerts");
    await page.getByLabel("Threshold in USD").fill("0.000001");
    await button("Save").click();
    await page.getByText("Armed", { exact: true }).waitFor();
    await ask();
    await page.getByText(/^Fired \d\d:\d\d, re-arms below/).waitFor({ timeout: checkedMs });
    await page
      .getByRole("region", { name: "Crossings" })
      .getByRole("row")
      .filter({ hasText: "acme-corp" })
      .waitFor({ timeout: 30_000 });
    const isAlert = ({ to, subject }: ReceivedMail) => to === ada.email && /spend/i.test(subject);
    await inbox.find(ada.email, isAlert);
    expect((await inbox.list()).filter(isAlert)).toHaveLength(1);
  },
  150_000,
);

chapter(
  "a teammate who is invited joins by the mail's link, in a browser of their own",
  async () => {
    await visit("Team");
    await page.getByLabel("Email", { exact: true }).fill(grace.email);
    await page.getByLabel("Role", { exact: true }).selectOption("viewer");
    await button("Send").click();
    await page.getByText(`Invite sent to ${grace.email}.`).waitFor();
    const invited = await openDashboard();
    await invited.goto(followable(await mailTo(grace.email, "/invite"), "/invite"));
    await invited.page.getByRole("link", { name: "Create an account" }).click();
    await invited.page.getByLabel("Password", { exact: true }).fill(grace.password);
    await button("Create account", invited.page).click();
    await invited.page.getByRole("heading", { name: "Check your inbox" }).waitFor();
    const confirmation = followable(await mailTo(grace.email, "/confirm"), "/confirm");
    await invited.goto(confirmation);
    await invited.page.getByText("Your address is confirmed.").waitFor();
    await invited.page.getByLabel("Password", { exact: true }).fill(grace.password);
    await button("Sign in", invited.page).click();
    await invited.page.getByText(ada.company).first().waitFor();
    await invited.goto("/keys");
    const create = button(/^Create key/, invited.page).first();
    expect(await create.getAttribute("aria-disabled")).toBe("true");
  },
);

chapter("the teammate is given another role", async () => {
  await theirs.goto("/team");
  await page.getByLabel(`Role of ${grace.email}`).selectOption("member");
  await page.getByText(`${grace.email} is now member.`).waitFor();
  const teammate = await openDashboard();
  await teammate.signIn(grace.email, grace.password);
  await teammate.goto("/keys");
  const create = button(/^Create key/, teammate.page).first();
  expect(await create.getAttribute("aria-disabled")).toBeNull();
});

chapter("a key that is revoked is refused by the gateway", async () => {
  await visit("API keys");
  await button("Revoke Prod").click();
  await dialog().getByLabel("Type Prod to confirm").fill("Prod");
  await button("Revoke key").click();
  await dialog().waitFor({ state: "detached" });
  const refused = () =>
    ask().then(
      () => undefined,
      (error: unknown) => error,
    );
  const failure = await until("the refusal", refused, (error) => error !== undefined);
  expect(failure).toBeInstanceOf(OpenAI.AuthenticationError);
});

chapter(
  "a forgotten password is set anew by the mail's link, and the old one is refused",
  async () => {
    await button("Sign out").click();
    await heading("Sign in").waitFor();
    await page.getByRole("link", { name: "Forgot password?" }).click();
    await page.getByLabel("Email", { exact: true }).fill(ada.email);
    await button("Send reset link").click();
    await page.getByText(`If ${ada.email} has an account`).waitFor();
    await theirs.goto(followable(await mailTo(ada.email, "/reset"), "/reset"));
    await page.getByLabel("New password", { exact: true }).fill(newPassword);
    await page.getByLabel("Confirm new password").fill(newPassword);
    await button("Set new password").click();
    await page.getByText(ada.company).first().waitFor();
    await button("Sign out").click();
    await signIn(ada.email, ada.password);
    await page.getByRole("alert").first().waitFor();
    await signIn(ada.email, newPassword);
    await page.getByText(ada.company).first().waitFor();
  },
);

chapter(
  "the account ends once its name is typed: signed out, receipt mailed, sign-in refused",
  async () => {
    await visit("Settings");
    await button("Delete").click();
    const end = button("Delete for good");
    expect(await end.getAttribute("aria-disabled")).toBe("true");
    await dialog()
      .getByLabel(/^Type the organization's name/)
      .fill(ada.company);
    await end.click();
    await heading("Sign in").waitFor();
    await inbox.find(ada.email, ({ subject }) => /deleted/i.test(subject), 45_000);
    await signIn(ada.email, newPassword);
    await page
      .getByRole("alert")
      .filter({ hasText: /password/i })
      .waitFor();
    expect(pathOf()).toBe("/sign-in");
    expect(await suiteProduct().then(({ output }) => output())).not.toContain(secret);
  },
  90_000,
);
