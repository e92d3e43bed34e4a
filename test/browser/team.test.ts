import type { Page } from "playwright-core";
import { type InviteAnswer, listInvites } from "../../core/contract/invites";
import { getMe } from "../../core/contract/me";
import { openAccounts } from "../support/account";
import { dashboardClient } from "../support/dashboard";
import { linkIn } from "../support/inbox";
import { openDashboard, suiteProduct } from "./support/open-dashboard";

const password = "a longer secret 9";
const guest = "bea@example.com";

const openTeam = async (options: Parameters<typeof openDashboard>[0] = {}) => {
  const dashboard = await openDashboard(options);
  await dashboard.signIn();
  await dashboard.goto("/team");
  return dashboard;
};

const panel = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });
const memberRow = (page: Page, email: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: email }) });
const roleOf = (page: Page, email: string) => page.getByLabel(`Role of ${email}`);

const invite = async (page: Page, email: string, role: string) => {
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Role", { exact: true }).selectOption(role);
  await page.getByRole("button", { name: "Send", exact: true }).click();
};

/** Opens the link of the invite's mail as its reader would, by the public ways. */
const acceptByMail = async (email: string) => {
  const { dashboardUrl } = await suiteProduct();
  const { inbox, signUp } = await openAccounts(dashboardUrl);
  const mail = await inbox.find(email, ({ text }) => text.includes("/invite?"));
  const invite = linkIn(mail, "/invite").get("token") ?? "";
  const access = await signUp(email, password, { invite });
  const { body } = await dashboardClient(dashboardUrl, access)(getMe);
  expect(body.membership?.role).toBe("member");
};

test("alone, the last owner can neither leave nor be demoted, and is told why", async () => {
  const { page } = await openTeam();
  await page.getByText("Only you so far").waitFor();
  expect(await roleOf(page, "owner@example.com").isDisabled()).toBe(true);
  const reason = page.getByText("The last owner stays: make somebody else an owner first.");
  expect(await reason.first().isVisible()).toBe(true);
  const leave = page.getByRole("button", { name: "Leave the organization" });
  expect(await leave.getAttribute("aria-disabled")).toBe("true");
  // As somebody clicks who does not see that it can't be pressed.
  await leave.click({ force: true });
  expect(await page.getByRole("dialog").count()).toBe(0);
});

test("an address that is none is refused under its field, a member's by the API's words", async () => {
  const { page } = await openTeam();
  await invite(page, "bea", "member");
  await page.getByText("is no e-mail address").waitFor();
  await invite(page, "owner@example.com", "member");
  await page.getByText(/Couldn't send the invite: .*is a member already/).waitFor();
});

test("an invite is pending until its link is followed, and its guest a member then", async () => {
  const { page, goto, accessibility } = await openTeam();
  await invite(page, guest, "member");
  await page.getByText(`Invite sent to ${guest}.`).waitFor();
  const pending = panel(page, "Pending invites");
  await pending.getByText(guest).waitFor();
  expect(await accessibility()).toEqual([]);
  await acceptByMail(guest);
  await goto("/team");
  await memberRow(page, guest).waitFor();
  expect(await pending.getByText(guest).count()).toBe(0);
  expect(await roleOf(page, guest).inputValue()).toBe("member");
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await accessibility()).toEqual([]);
});

test("a role that was changed can be changed back at once", async () => {
  const { page, goto } = await openTeam();
  await roleOf(page, guest).selectOption("viewer");
  await page.getByText(`${guest} is now viewer.`).waitFor();
  expect(await roleOf(page, guest).inputValue()).toBe("viewer");
  await page.getByRole("button", { name: "Undo" }).click();
  await roleOf(page, guest)
    .locator('option[value="member"]:checked')
    .waitFor({ state: "attached" });
  await goto("/team");
  expect(await roleOf(page, guest).inputValue()).toBe("member");
});

test("a member sees the team and changes nothing", async () => {
  const { page, signIn, goto, accessibility } = await openDashboard();
  await signIn(guest, password);
  await goto("/team");
  await page.getByText("Admins and owners change roles, invite and remove.").waitFor();
  expect(await page.getByLabel(/^Role of/).count()).toBe(0);
  const send = page.getByRole("button", { name: "Send", exact: true });
  expect(await send.getAttribute("aria-disabled")).toBe("true");
  const remove = page.getByRole("button", { name: "Remove owner@example.com" });
  expect(await remove.getAttribute("aria-disabled")).toBe("true");
  expect(await accessibility()).toEqual([]);
  await goto("/audit");
  await page.getByText("Admins and owners see the audit log.").waitFor();
  await goto("/alerts");
  const save = page.getByRole("button", { name: "Save", exact: true });
  expect(await save.getAttribute("aria-disabled")).toBe("true");
});

test("with a second owner the first may go down, after a warning; the second stays", async () => {
  const { page, goto } = await openTeam();
  await roleOf(page, guest).selectOption("owner");
  await page.getByText(`${guest} is now owner.`).waitFor();
  await roleOf(page, "owner@example.com").selectOption("admin");
  await page.getByText("Change your own role?").waitFor();
  await page.getByRole("button", { name: "Change my role" }).click();
  await goto("/team");
  expect(await roleOf(page, guest).isDisabled()).toBe(true);
  expect(await page.getByText("Owners alone change owners.").first().isVisible()).toBe(true);
  const roles = await page.getByLabel("Role", { exact: true }).innerText();
  expect(roles).not.toMatch(/Owner/);
  // Back, by the one who is left.
  const other = await openDashboard();
  await other.signIn(guest, password);
  await other.goto("/team");
  await roleOf(other.page, "owner@example.com").selectOption("owner");
  await other.page.getByText("owner@example.com is now owner.").waitFor();
});

test("a member is removed once the e-mail address is typed, and not before", async () => {
  const { page } = await openTeam();
  await page.getByRole("button", { name: `Remove ${guest}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Remove" }).click({ force: true });
  expect(await dialog.isVisible()).toBe(true);
  await dialog.getByLabel(`Type ${guest} to confirm`).fill(guest);
  await dialog.getByRole("button", { name: "Remove" }).click();
  await page.getByText(`${guest} was removed.`).waitFor();
  expect(await memberRow(page, guest).count()).toBe(0);
});

test("an invite is sent again with a new link, or withdrawn", async () => {
  const { page, product } = await openTeam();
  await invite(page, "cleo@example.com", "viewer");
  await page.getByRole("button", { name: "Resend the invite to cleo@example.com" }).click();
  await page.getByText("A new link was sent to cleo@example.com").waitFor();
  const { inbox } = await openAccounts(product.dashboardUrl);
  const mails = (await inbox.list()).filter(({ to }) => to === "cleo@example.com");
  expect(new Set(mails.map((mail) => linkIn(mail, "/invite").get("token"))).size).toBe(2);
  await page.getByRole("button", { name: "Withdraw the invite to cleo@example.com" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await page.getByText("No invite is waiting for an answer.").waitFor();
});

test("an invite whose link is too old says so", async () => {
  const old: InviteAnswer = {
    id: "abcdefghijklmnop",
    email: "dora@example.com",
    role: "viewer",
    invitedBy: "owner@example.com",
    sentAt: "2026-11-01T10:00:00.000Z",
    expiresAt: "2026-11-08T10:00:00.000Z",
    expired: true,
  };
  const { page, signIn, goto, accessibility } = await openDashboard({ theme: "dark" });
  await signIn();
  await page.route(`**${listInvites.path}`, (route) =>
    route.fulfill({ json: listInvites.answer.parse({ invites: [old] }) }),
  );
  await goto("/team");
  await page.getByText("Expired 8 Nov").waitFor();
  expect(await accessibility()).toEqual([]);
});
