import type { Page } from "playwright-core";
import { type PlanAnswer, planAnswer } from "../../core/contract/plan";
import { plans } from "../../core/plan/plans";
import { openDashboard } from "./support/open-dashboard";

const offered = (["free", "pro", "team"] as const).map((plan) => ({ plan, ...plans[plan] }));

const free: PlanAnswer = {
  plan: "free",
  status: "free",
  periodEndsAt: null,
  nextPlan: null,
  usage: {
    requests: { used: 8_412, limit: 10_000 },
    keys: { used: 3, limit: 3 },
    members: { used: 1, limit: 2 },
  },
  plans: offered,
};

const pro: PlanAnswer = {
  ...free,
  plan: "pro",
  status: "active",
  periodEndsAt: "2026-12-24T09:00:00.000Z",
};
const ending: PlanAnswer = { ...pro, status: "ending", nextPlan: "free" };

/** The API as a stage with payments answers it. @param answers - by `METHOD /path`. */
const answerPlan = async (page: Page, answers: () => Readonly<Record<string, unknown>>) =>
  page.route(/\/api\/plan(\/|$)/, (route) => {
    const request = route.request();
    const name = `${request.method()} ${new URL(request.url()).pathname}`;
    return route.fulfill({ json: answers()[name] });
  });

const openPlan = async (
  answers: () => Readonly<Record<string, unknown>>,
  options: Parameters<typeof openDashboard>[0] = {},
) => {
  const dashboard = await openDashboard(options);
  await dashboard.signIn();
  await answerPlan(dashboard.page, answers);
  await dashboard.goto("/plan");
  return dashboard;
};

const shown = (plan: PlanAnswer) => () => ({ "GET /api/plan": planAnswer.parse(plan) });

test("self-hosted is unlimited, says why, and still counts", async () => {
  const { page, signIn, goto, accessibility } = await openDashboard();
  await signIn();
  await goto("/plan");
  await page.getByRole("heading", { name: "Self-hosted: unlimited" }).waitFor();
  expect(await page.getByText("no payments are set up here").isVisible()).toBe(true);
  expect(await page.getByText("1, unlimited").count()).toBe(2);
  expect(await page.getByRole("meter").count()).toBe(0);
  expect(await accessibility()).toEqual([]);
});

test.each(["light", "dark"] as const)("plans stand side by side in %s", async (theme) => {
  const { page, accessibility, screenshot } = await openPlan(shown(free), { theme });
  await page.getByText("Upgrade anytime. Cancel anytime.").waitFor();
  expect(await page.getByText("8,412 of 10,000").isVisible()).toBe(true);
  expect(await page.getByRole("meter", { name: "Keys" }).getAttribute("aria-valuenow")).toBe("100");
  const cards = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
  expect(await cards.nth(0).innerText()).toMatch(/Free[\s\S]*Your plan[\s\S]*\$0 a month/);
  expect(await cards.nth(1).innerText()).toMatch(/\$49 a month[\s\S]*1,000,000 requests a month/);
  expect(await cards.nth(2).innerText()).toMatch(/\$199 a month[\s\S]*Unlimited keys/);
  expect(await accessibility()).toEqual([]);
  await screenshot(`plan-free-${theme}`);
});

test("choosing a plan leads to the payment service's page", async () => {
  const url = "https://checkout.stripe.com/cs_1";
  const { page, expectProblem } = await openPlan(() => ({
    ...shown(free)(),
    "POST /api/plan/checkout": { url },
  }));
  expectProblem(/asked elsewhere: https:\/\/checkout\.stripe\.com/);
  await page.route(url, (route) => route.fulfill({ body: "pay here" }));
  await page.getByRole("button", { name: "Choose Pro" }).click();
  await page.waitForURL(url);
});

test("an address that would run in the page is not gone to", async () => {
  const { page } = await openPlan(() => ({
    ...shown(pro)(),
    "POST /api/plan/portal": { url: "javascript:document.title='ran'" },
  }));
  await page.getByRole("button", { name: "Invoices and cards" }).click();
  await page.getByText("That did not work: the payment page has no safe address").waitFor();
  expect(await page.title()).not.toBe("ran");
});

test("a plan is cancelled after a word of when it ends, and resumed", async () => {
  let plan = pro;
  const { page, accessibility } = await openPlan(() => {
    const answers = {
      ...shown(plan)(),
      "POST /api/plan/cancel": ending,
      "POST /api/plan/resume": pro,
    };
    return answers;
  });
  await page.getByText("Renews on 24 Dec 2026").waitFor();
  await page.getByRole("button", { name: "Cancel plan" }).click();
  const dialog = page.getByRole("dialog");
  expect(await dialog.innerText()).toMatch(/ends on 24 Dec 2026/);
  expect(await accessibility()).toEqual([]);
  plan = ending;
  await dialog.getByRole("button", { name: "Cancel plan" }).click();
  await page.getByText(/Ends on 24 Dec 2026.*, then Free\./).waitFor();
  plan = pro;
  await page.getByRole("button", { name: "Resume plan" }).click();
  await page.getByText("The Pro plan goes on.").waitFor();
  await page.getByText("Renews on 24 Dec 2026").waitFor();
});

test("a payment that failed is said", async () => {
  const { page, accessibility } = await openPlan(shown({ ...pro, status: "past-due" }), {
    theme: "dark",
  });
  await page.getByText("Past due").waitFor();
  expect(await page.getByText("The last payment failed").isVisible()).toBe(true);
  expect(await accessibility()).toEqual([]);
});
