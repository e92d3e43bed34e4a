import { createHmac, createSign, generateKeyPairSync } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createInvite, resendInvite, withdrawInvite } from "../../core/contract/invites";
import { createKey, revokeKey, updateKey } from "../../core/contract/keys";
import { changeRole, listMembers, removeMember } from "../../core/contract/members";
import type { Operation } from "../../core/contract/operation";
import { operations } from "../../core/contract/operations";
import { getRequest, listRequests, tailRequests } from "../../core/contract/requests";
import { getBreakdown, getMap, getSummary, getTrend } from "../../core/contract/usage";
import { openAccounts } from "../support/account";
import { dashboardClient } from "../support/dashboard";
import { type Product, startProduct } from "../support/product";
import { openRecords, type Records } from "../support/records";
import { storedItems } from "../support/stored";

type Call = ReturnType<typeof dashboardClient>;

let product: Product;
let records: Records;
let intruder: Call;
let intruderToken = "";
/** What the first organization has, which the second one tries to get at. */
const theirs = { key: "", user: "", invite: "", request: "" };

const closed: readonly Operation[] = operations.filter(({ least }) => least !== "public");

beforeAll(async () => {
  product = await startProduct();
  records = openRecords(product);
  const accounts = await openAccounts(product.dashboardUrl);
  const owner = dashboardClient(
    product.dashboardUrl,
    await accounts.tokenOf(product.email, product.password),
  );
  const made = await owner(createKey, { body: { name: "Prod", environment: "prod" } });
  theirs.key = made.body.key.id;
  theirs.user = (await owner(listMembers)).body.members[0]?.user ?? "";
  const invited = await owner(createInvite, {
    body: { email: "friend@example.com", role: "viewer" },
  });
  theirs.invite = invited.body.id;
  const answered = await product.post(
    "/chat/completions",
    '{"model":"sandbox/sandbox-large","messages":[{"role":"user","content":"hello"}]}',
  );
  theirs.request = answered.headers.get("x-smashcost-request-id") ?? "";
  await records.untilRow(theirs.request);
  intruderToken = await accounts.signUp("eve@example.com", "correct horse 9");
  intruder = dashboardClient(product.dashboardUrl, intruderToken);
});
afterAll(async () => {
  records.close();
  await product.dispose();
});

/** All items but those of the second organization. */
const untouched = async (): Promise<readonly string[]> =>
  (await storedItems(records.client)).filter((item) => item.includes(product.orgId));

const nowhere = {
  key: "0000000000",
  user: "00000000-0000-4000-8000-000000000000",
  invite: "0000000000000000",
  request: "req_01KAV0000000000000000000AA",
};

test.each([
  { operation: updateKey, of: "key", body: { name: "Mine" } },
  { operation: revokeKey, of: "key" },
  { operation: changeRole, of: "user", body: { role: "viewer" } },
  { operation: removeMember, of: "user" },
  { operation: resendInvite, of: "invite" },
  { operation: withdrawInvite, of: "invite" },
  { operation: getRequest, of: "request" },
] as const)("$operation.id of another organization is as good as not there", async (one) => {
  const { operation, of } = one;
  const body = "body" in one ? one.body : undefined;
  const before = await untouched();
  const at = (ids: typeof theirs) =>
    (intruder as (operation: Operation, sent: object) => ReturnType<Call>)(operation, {
      params: { [of]: ids[of] },
      ...(body && { body }),
    });
  const [notYours, notThere] = [await at(theirs), await at(nowhere)];
  expect(notYours.status).toBe(404);
  expect(notYours).toEqual(notThere);
  expect(await untouched()).toEqual(before);
});

test("every operation that takes an identifier is among those above, or is the caller's own", () => {
  const named = closed.filter(({ path }) => path.includes("{")).map(({ id }) => id);
  const ofTheCaller = named.filter((id) => id.startsWith("credentials."));
  expect(named.filter((id) => !ofTheCaller.includes(id)).sort()).toEqual(
    [updateKey, revokeKey, changeRole, removeMember, resendInvite, withdrawInvite, getRequest]
      .map(({ id }) => id)
      .sort(),
  );
});

test.each([getSummary, getTrend, getMap, getBreakdown, listRequests])(
  "$id shows nothing of another organization, whatever is filtered by",
  async (operation) => {
    for (const query of [{}, { key: theirs.key }]) {
      const by = operation === getBreakdown ? { by: "key" } : {};
      const { status, body } = await (
        intruder as (operation: Operation, sent: object) => ReturnType<Call>
      )(operation, { query: { ...query, ...by } });
      expect(status).toBe(200);
      const text = JSON.stringify(body);
      expect(text).not.toContain(theirs.request);
      expect(text).not.toMatch(/"requests":[1-9]/);
    }
  },
);

test("another organization's place in the log says nothing of it", async () => {
  const accounts = await openAccounts(product.dashboardUrl);
  const owner = dashboardClient(
    product.dashboardUrl,
    await accounts.tokenOf(product.email, product.password),
  );
  const { tail } = (await owner(listRequests)).body;
  const { body } = await intruder(tailRequests, { query: { after: tail } });
  expect(body.rows).toEqual([]);
});

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const strangers = generateKeyPairSync("rsa", { modulusLength: 2048 });

const tokenParts = () => {
  const [head = "", claims = "", signature = ""] = intruderToken.split(".");
  const read = (part: string) =>
    JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Record<string, unknown>;
  return { head: read(head), claims: read(claims), signature };
};

const signedByAStranger = (head: object, claims: object): string => {
  const text = `${base64url(head)}.${base64url(claims)}`;
  const signature = createSign("RSA-SHA256").update(text).sign(strangers.privateKey, "base64url");
  return `${text}.${signature}`;
};

const tokens: readonly { readonly name: string; readonly make: () => string | undefined }[] = [
  { name: "no token", make: () => undefined },
  { name: "an empty one", make: () => "" },
  { name: "no JWT", make: () => "sk-sc-not-a-token" },
  {
    name: "one signed by a stranger",
    make: () => signedByAStranger(tokenParts().head, tokenParts().claims),
  },
  {
    name: "one whose claims were changed",
    make: () => {
      const { head, claims, signature } = tokenParts();
      return `${base64url(head)}.${base64url({ ...claims, sub: theirs.user })}.${signature}`;
    },
  },
  {
    name: "one that says it needs no signature",
    make: () => `${base64url({ alg: "none" })}.${base64url(tokenParts().claims)}.`,
  },
  {
    name: "one signed with a shared secret",
    make: () => {
      const { head, claims } = tokenParts();
      const text = `${base64url({ ...head, alg: "HS256" })}.${base64url(claims)}`;
      return `${text}.${createHmac("sha256", "secret").update(text).digest("base64url")}`;
    },
  },
  {
    name: "one of another pool",
    make: () => {
      const { head, claims } = tokenParts();
      return signedByAStranger(head, {
        ...claims,
        iss: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AnotherOne",
      });
    },
  },
  {
    name: "an expired one",
    make: () => {
      const { head, claims } = tokenParts();
      return signedByAStranger(head, { ...claims, exp: Number(claims.iat) - 1 });
    },
  },
];

test.each(tokens)("$name opens no operation, and changes nothing", async ({ make }) => {
  const before = await storedItems(records.client);
  const token = make();
  const call = dashboardClient(product.dashboardUrl, token) as unknown as (
    operation: Operation,
    sent: object,
  ) => ReturnType<Call>;
  for (const operation of closed) {
    const { status, error } = await call(operation, { params: { ...theirs, provider: "openai" } });
    expect({ id: operation.id, status, code: error?.code }).toEqual({
      id: operation.id,
      status: 401,
      code: "unauthorized",
    });
  }
  await sleep(0);
  expect(await storedItems(records.client)).toEqual(before);
});
