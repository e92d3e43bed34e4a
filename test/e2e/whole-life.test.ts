import { setTimeout as sleep } from "node:timers/promises";
import { deleteAccount } from "../../core/contract/account";
import { getAlert, listCrossings, putAlert } from "../../core/contract/alerts";
import { listAudit } from "../../core/contract/audit";
import { putCredential, testCredential } from "../../core/contract/credentials";
import { createInvite } from "../../core/contract/invites";
import { createKey, listKeys, revokeKey } from "../../core/contract/keys";
import { getMe } from "../../core/contract/me";
import { changeRole, listMembers } from "../../core/contract/members";
import { updateOrganization } from "../../core/contract/organization";
import { getRequest, listRequests, startExport } from "../../core/contract/requests";
import { getMap, getSummary, getTrend } from "../../core/contract/usage";
import { sandboxKey } from "../../local/sandbox/sandbox-key";
import { openAccounts } from "../support/account";
import { dashboardClient } from "../support/dashboard";
import { listenForEvents } from "../support/events";
import { linkIn } from "../support/inbox";
import { type Product, startProduct } from "../support/product";
import { openRecords, type Records } from "../support/records";
import { storedItems } from "../support/stored";

const email = "ada@example.com";
const password = "correct horse 9";
const mate = "grace@example.com";

let product: Product;
let records: Records;
let accounts: Awaited<ReturnType<typeof openAccounts>>;

beforeAll(async () => {
  product = await startProduct();
  records = openRecords(product);
  accounts = await openAccounts(product.dashboardUrl);
});
afterAll(async () => {
  records.close();
  await product.dispose();
});

const ask = (apiKey: string, content: string) =>
  fetch(`${product.gatewayUrl}/chat/completions`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/json",
      "x-smashcost-tag-customer": "acme-corp",
      "x-smashcost-tag-feature": "/api/summarize",
    },
    body: JSON.stringify({
      model: "sandbox/sandbox-large",
      messages: [{ role: "user", content }],
    }),
  });

/** Asks until something is true; fails after `withinMs`, naming what was waited for. */
const until = async <T>(
  what: string,
  look: () => Promise<T>,
  isTrue: (seen: T) => boolean,
  withinMs: number,
): Promise<T> => {
  const began = Date.now();
  for (;;) {
    const seen = await look();
    if (isTrue(seen)) return seen;
    if (Date.now() - began > withinMs) throw new Error(`${what} did not happen in ${withinMs} ms`);
    await sleep(50);
  }
};

// One life, in order: each test goes on where the one before left off.
let call: ReturnType<typeof dashboardClient>;
let organization = "";
let secret = "";
let keyId = "";

test("somebody signs up, confirms by the mail's link, and signs in as an owner", async () => {
  await accounts.auth.signUp(email, password, { timeZone: "Europe/Berlin" });
  await expect(accounts.auth.signIn(email, password)).rejects.toThrow();
  const mail = await accounts.inbox.find(email, ({ text }) => text.includes("/confirm?"));
  await accounts.auth.confirm(email, linkIn(mail, "/confirm").get("code") ?? "", {
    timeZone: "Europe/Berlin",
  });
  call = dashboardClient(product.dashboardUrl, await accounts.tokenOf(email, password));
  const { body } = await call(getMe);
  expect(body.user.email).toBe(email);
  expect(body.membership).toMatchObject({
    role: "owner",
    organization: { timeZone: "Europe/Berlin" },
  });
  organization = body.membership?.organization.id ?? "";
});

test("a credential is added, and a key is shown once", async () => {
  const added = await call(putCredential, {
    params: { provider: "sandbox" },
    body: { key: sandboxKey },
  });
  expect(added).toMatchObject({ status: 200, body: { provider: "sandbox", status: "works" } });
  // The API can't open what it sealed: the gateway asks the provider.
  const tested = await call(testCredential, { params: { provider: "sandbox" } });
  expect(tested).toMatchObject({ status: 200, body: { status: "works" } });
  await call(updateOrganization, { body: { promptStorage: true } });
  const made = await call(createKey, {
    body: { name: "Prod", environment: "prod", storePromptsDays: 1 },
  });
  expect(made.status).toBe(201);
  ({ secret } = made.body);
  keyId = made.body.key.id;
  expect(JSON.stringify((await call(listKeys)).body)).not.toContain(secret);
});

test("traffic is seen in summary, map, trend and log within two seconds", async () => {
  const answered = await ask(secret, "Summarize: the button is on the back.");
  expect(answered.status).toBe(200);
  const cost = answered.headers.get("x-smashcost-cost");
  expect(cost).not.toBeNull();
  const { body: log } = await until(
    "a row",
    () => call(listRequests),
    ({ body }) => body.rows.length === 1,
    2_000,
  );
  const [summary, map, trend] = await Promise.all([call(getSummary), call(getMap), call(getTrend)]);
  const [row] = log.rows;
  expect(row).toMatchObject({ customer: "acme-corp", feature: "/api/summarize" });
  expect(summary.body.current).toMatchObject({ requests: 1, cost: row?.cost });
  expect(summary.body.tagged).toBe(true);
  expect(map.body.children[0]).toMatchObject({ value: "acme-corp", totals: { cost: row?.cost } });
  const costs = trend.body.total.map(({ totals }) => BigInt(totals.cost));
  expect(costs.reduce((a, b) => a + b, 0n).toString()).toBe(row?.cost);
  expect(log.totals).toEqual(summary.body.current);
  const one = await call(getRequest, { params: { request: row?.id ?? "" } });
  expect(one.body.row).toEqual(row);
  expect(one.body.prompt?.request).toContain("the button is on the back");
  expect(one.body.cost.lines.map(({ cost }) => BigInt(cost ?? 0)).reduce((a, b) => a + b, 0n)).toBe(
    BigInt(row?.cost ?? -1),
  );
  const { body: link } = await call(startExport, { body: {} });
  const file = await (await fetch(`${product.dashboardUrl}${link.url}`)).text();
  expect(file.trim().split("\n")).toHaveLength(2);
  expect(file).toContain(row?.id);
});

test("an alert that is crossed sends one e-mail and one event", async () => {
  const events = await listenForEvents(product);
  await call(putAlert, { body: { thresholdMicroUsd: 1, recipients: [email] } });
  await ask(secret, "Spend a little more, please.");
  // It is looked at each minute.
  const { body } = await until(
    "a crossing",
    () => call(listCrossings),
    ({ body: seen }) => seen.crossings.length > 0,
    80_000,
  );
  expect(body.crossings).toHaveLength(1);
  const isAlert = ({ to, subject }: { to: string; subject: string }) =>
    to === email && /spend/i.test(subject);
  await until(
    "the alert's mail",
    () => accounts.inbox.list(),
    (mails) => mails.some(isAlert),
    5_000,
  );
  expect((await accounts.inbox.list()).filter(isAlert)).toHaveLength(1);
  expect((await call(getAlert)).body.state).toBe("fired");
  expect(await events.received()).toMatchObject([
    { source: "smashcost", "detail-type": "Spend alert fired" },
  ]);
  events.close();
}, 100_000);

test("a teammate joins by the mail's link, and is given another role", async () => {
  expect((await call(createInvite, { body: { email: mate, role: "viewer" } })).status).toBe(201);
  const mail = await accounts.inbox.find(mate, ({ text }) => text.includes("/invite?"));
  const invite = linkIn(mail, "/invite").get("token") ?? "";
  const token = await accounts.signUp(mate, password, { invite });
  const theirs = dashboardClient(product.dashboardUrl, token);
  const { body } = await theirs(getMe);
  expect(body.membership).toMatchObject({ role: "viewer", organization: { id: organization } });
  const refused = await theirs(createKey, { body: { name: "Mine", environment: "dev" } });
  expect(refused).toMatchObject({ status: 403, error: { code: "forbidden" } });
  const user = body.user.id;
  const changed = await call(changeRole, { params: { user }, body: { role: "member" } });
  expect(changed.body.role).toBe("member");
  const now = await theirs(createKey, { body: { name: "Mine", environment: "dev" } });
  expect(now.status).toBe(201);
  expect((await call(listMembers)).body.members).toHaveLength(2);
});

test("a revoked key stops within one second", async () => {
  await call(revokeKey, { params: { key: keyId } });
  await until(
    "the refusal",
    () => ask(secret, "Still there?"),
    ({ status }) => status === 401,
    1_000,
  );
});

test("a forgotten password is reset by the mail's link, and old sessions end", async () => {
  const before = call;
  await accounts.auth.forgot(email);
  const mail = await accounts.inbox.find(email, ({ text }) => text.includes("/reset?"));
  await accounts.auth.reset(email, linkIn(mail, "/reset").get("code") ?? "", "another horse 9");
  await expect(accounts.auth.signIn(email, password)).rejects.toThrow();
  expect((await before(getMe)).status).toBe(401);
  await sleep(1_000);
  call = dashboardClient(product.dashboardUrl, await accounts.tokenOf(email, "another horse 9"));
  expect((await call(getMe)).status).toBe(200);
});

test("every write has left its audit row", async () => {
  const { body } = await call(listAudit);
  expect(body.rows.map(({ action }) => action).reverse()).toEqual([
    "credentials.put",
    "credentials.test",
    "organization.update",
    "keys.create",
    "requests.export",
    "alerts.put",
    "invites.create",
    "members.change-role",
    "keys.create",
    "keys.revoke",
  ]);
});

test("a deleted account leaves nothing in any table, and others as they were", async () => {
  const isTheirs = (item: string) => item.includes(organization);
  const others = (await storedItems(records.client)).filter((item) => !isTheirs(item));
  const { body: renamed } = await call(updateOrganization, { body: { name: "Ada & Co" } });
  expect(renamed.name).toBe("Ada & Co");
  const wrong = await call(deleteAccount, { body: { confirmation: "Ada" } });
  expect(wrong).toMatchObject({ status: 400, error: { code: "confirmation_mismatch" } });
  const deleted = await call(deleteAccount, { body: { confirmation: "Ada & Co" } });
  expect(deleted).toMatchObject({ status: 202, body: { receiptTo: email } });
  const left = await until(
    "the purge",
    async () => (await storedItems(records.client)).filter(isTheirs),
    (items) => items.length === 0,
    90_000,
  );
  expect(left).toEqual([]);
  await accounts.inbox.find(email, ({ subject }) => /deleted/i.test(subject), 20_000);
  await expect(accounts.auth.signIn(email, "another horse 9")).rejects.toThrow();
  await expect(accounts.auth.signIn(mate, password)).rejects.toThrow();
  const all = await storedItems(records.client);
  const people = [email, mate].filter((address) => all.some((item) => item.includes(address)));
  expect(people).toEqual([]);
  expect(all).toEqual(expect.arrayContaining(others.filter((item) => !item.includes("ada@"))));
}, 120_000);
