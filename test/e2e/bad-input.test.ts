import { type Product, startProduct } from "../support/product";
import { openRecords } from "../support/records";
import { but, good, marker, tags, type Wrong, wrongRequests } from "./wrong-requests";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 60_000);
afterAll(() => product.dispose());

const send = ({ method = "POST", path = "/chat/completions", key, headers, body }: Wrong) => {
  const apiKey = key ? key(product.apiKey) : product.apiKey;
  return fetch(`${product.gatewayUrl}${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
      ...headers,
    },
    ...(method !== "GET" && { body: body ?? JSON.stringify(good) }),
  });
};

const sendGood = async () => {
  const answer = await product.post("/chat/completions", JSON.stringify(good));
  return { status: answer.status, text: await answer.text() };
};

describe("a request that is wrong", () => {
  test.each(wrongRequests)(
    "by $name is a $status in OpenAI's form, and the next good one works",
    async (one) => {
      const answer = await send(one);
      const text = await answer.text();
      expect(answer.status).toBe(one.status);
      expect(answer.headers.get("content-type")).toBe("application/json");
      const { error, ...others } = JSON.parse(text) as { error: Record<string, unknown> };
      expect(others).toEqual({});
      expect(error).toEqual({
        message: expect.stringMatching(one.says),
        type: "invalid_request_error",
        param: one.param ?? null,
        code: one.code,
      });
      expect(text).not.toContain(marker);
      expect(text).not.toContain(product.apiKey);
      expect(await sendGood()).toMatchObject({
        status: 200,
        text: expect.stringContaining("canned"),
      });
    },
  );

  test("hurts none of the good ones under way at the same time", async () => {
    const mixed = wrongRequests.flatMap((one) => [
      send(one).then(({ status }) => status),
      sendGood(),
    ]);
    const results = await Promise.all(mixed);
    const goods = results.filter((result) => typeof result === "object");
    expect(goods).toHaveLength(wrongRequests.length);
    expect(goods.every(({ status }) => status === 200)).toBe(true);
  });
});

describe("a wrong request of a known caller", () => {
  test("is recorded with its status and code, and costs nothing", async () => {
    const records = openRecords(product);
    const answers = await Promise.all(
      wrongRequests
        .filter(({ path, method, status }) => !path && !method && status !== 401)
        .map(async (one) => {
          const { headers } = await send(one);
          const row = await records.untilRow(headers.get("x-smashcost-request-id") ?? "");
          return { one, row };
        }),
    );
    expect(answers.length).toBeGreaterThan(15);
    for (const { one, row } of answers) {
      expect({ name: one.name, status: row.status, code: row.errorCode }).toEqual({
        name: one.name,
        status: one.status,
        code: one.code,
      });
      expect(row).toMatchObject({ outcome: "error", cost: 0, attempts: [] });
    }
    records.close();
  });
});

describe("what is unusual and yet right", () => {
  test.each([
    { name: "a key as x-api-key", key: () => undefined, useApiKeyHeader: true },
    { name: "ten tags", headers: tags(10) },
    { name: "a tag in another script", headers: { "X-SmashCost-Tag-Customer": "caf\u00c3\u00a9" } },
    { name: "a mode in capitals", headers: { "X-SmashCost-Routing": "COST" } },
    { name: "another content type", headers: { "content-type": "text/plain" } },
    {
      name: "null where nothing is meant",
      body: but({ n: null, stream: null, temperature: null }),
    },
    { name: "space around the object", body: `\n ${JSON.stringify(good)} \n` },
    { name: "a field that nobody knows", body: but({ x_new: [1] }) },
  ])("$name is taken", async ({ useApiKeyHeader, ...one }) => {
    const headers = { ...one.headers, ...(useApiKeyHeader && { "x-api-key": product.apiKey }) };
    const answer = await send({ ...one, headers, status: 200, code: "", says: /./ });
    expect(await answer.text()).toContain("canned");
    expect(answer.status).toBe(200);
  });
});
