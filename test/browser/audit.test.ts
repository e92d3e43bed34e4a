import { type AuditRowAnswer, listAudit } from "../../core/contract/audit";
import { openDashboard } from "./support/open-dashboard";

const row = (id: number, more: Partial<AuditRowAnswer> = {}): AuditRowAnswer => ({
  id: String(id),
  at: "2026-11-24T14:03:07.000Z",
  user: "0b5e2f3c-8f0e-4a53-9d8e-0c1f8e1b7a10",
  email: "owner@example.com",
  action: "keys.revoke",
  target: "abcdefghij",
  details: {},
  ...more,
});

test("what somebody changes is in the log, in words and with what was changed", async () => {
  const { page, signIn, goto, accessibility } = await openDashboard();
  await signIn();
  await goto("/alerts");
  await page.getByLabel("Threshold in USD").fill("5");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Armed").waitFor();
  await goto("/audit");
  const first = page.getByRole("row").nth(1);
  expect(await first.innerText()).toMatch(
    /owner@example\.com[\s\S]*Set the spend alert[\s\S]*the organization[\s\S]*threshold \$5\.00/,
  );
  expect(await accessibility()).toEqual([]);
});

test("older entries come by the page, and an action without words as it is called", async () => {
  const pages: Readonly<Record<string, unknown>> = {
    "": { rows: [row(2), row(1)], next: "older" },
    older: { rows: [row(0, { action: "robots.paint" })], next: null },
  };
  const { page, signIn, goto, accessibility, expectProblem } = await openDashboard({
    theme: "dark",
  });
  expectProblem(/500/);
  await signIn();
  let isDown = true;
  await page.route(/\/api\/audit/, (route) => {
    const cursor = new URL(route.request().url()).searchParams.get("cursor") ?? "";
    return isDown && cursor !== ""
      ? route.fulfill({ status: 500, body: "{}" })
      : route.fulfill({ json: listAudit.answer.parse(pages[cursor]) });
  });
  await goto("/audit");
  await page.getByText("2 entries shown").waitFor();
  await page.getByRole("button", { name: "Show more" }).click();
  await page.getByText("Couldn't load more").waitFor();
  expect(await page.getByText("Revoked a key").count()).toBe(2);
  isDown = false;
  await page.getByRole("button", { name: "Retry" }).click();
  await page.getByText("3 entries, all there are").waitFor();
  expect(await page.getByText("robots.paint").isVisible()).toBe(true);
  expect(await accessibility()).toEqual([]);
});
