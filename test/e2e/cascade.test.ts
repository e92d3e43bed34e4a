import Ajv from "ajv/dist/2020";
import { addKey } from "../support/more-keys";
import { completion } from "../support/openai-shapes";
import { type Product, startProduct } from "../support/product";
import { failure, json } from "../support/upstream-answers";
import { startUpstreamProduct, type UpstreamProduct } from "../support/upstream-product";

const person = {
  type: "object",
  required: ["name", "age"],
  additionalProperties: false,
  properties: { name: { type: "string" }, age: { type: "integer", minimum: 0 } },
};
const asPerson = {
  messages: [{ role: "user" as const, content: "Extract the person: Ada, 36, wrote to us." }],
  response_format: {
    type: "json_schema" as const,
    json_schema: { name: "person", strict: true, schema: person },
  },
};
const yesOrNo = {
  messages: [{ role: "user" as const, content: "Is water wet? Answer only with yes or no." }],
};
const on = { "X-SmashCost-Cascade": "on" };

let it: UpstreamProduct;
beforeAll(async () => {
  it = await startUpstreamProduct();
}, 60_000);
beforeEach(() => it.upstream.forget());
afterAll(() => it.dispose());

/** The models that the provider was asked for, in order. */
const asked = () => it.upstream.requests.map(({ body }) => (body as { model: string }).model);

const ask = async (
  body: typeof asPerson | typeof yesOrNo,
  { model = "gpt-4o", headers = on, client = it.client } = {},
) => {
  const { data, response } = await client.chat.completions
    .create({ model, ...body }, { headers })
    .withResponse();
  const record = await it.recordOf(response);
  return { text: data.choices[0]?.message.content, headers: response.headers, record };
};

describe("the running product, asked for a cascade", () => {
  test("gives the first model's answer where it matches the schema", async () => {
    it.upstream.reply(json(completion('{"name": "Ada", "age": 36}')));
    const { text, headers, record } = await ask(asPerson);
    const [first = ""] = asked();
    expect(asked()).toHaveLength(1);
    expect(first).not.toBe("gpt-4o");
    expect(text).toBe('{"name": "Ada", "age": 36}');
    expect(headers.get("x-smashcost-cascade")).toBe("passed");
    expect(headers.get("x-smashcost-routing")).toBe(`cascade: ${first} passed the schema`);
    expect(record).toMatchObject({
      cascade: { outcome: "passed", check: "schema", first: `openai/${first}` },
      used: { model: first },
    });
    expect(record.saved).toBeGreaterThan(0);
  });

  test("gives the reference's answer where the first does not, and records both", async () => {
    it.upstream.reply(
      json(completion("Well, that depends.", { counts: { prompt: 40, completion: 6 } })),
      json(completion("yes", { counts: { prompt: 41, completion: 1 } })),
    );
    const { text, headers, record } = await ask(yesOrNo);
    const [first = "", second] = asked();
    expect({ text, second }).toEqual({ text: "yes", second: "gpt-4o" });
    expect(headers.get("x-smashcost-cascade")).toBe("escalated");
    expect(headers.get("x-smashcost-routing")).toBe(
      `cascade: ${first} failed the check, escalated to gpt-4o`,
    );
    const [lost, given] = record.attempts;
    expect(lost).toMatchObject({ model: first, check: "failed", tokens: { freshInput: 40 } });
    expect(given).toMatchObject({ model: "gpt-4o", tokens: { freshInput: 41 } });
    expect(record.tokens).toMatchObject({ freshInput: 81, visibleOutput: 7 });
    expect(record.cost).toBe((lost?.cost ?? 0) + (given?.cost ?? 0));
    expect(record.saved).toBe(0 - (lost?.cost ?? 0));
    const cost = headers.get("x-smashcost-cost") ?? "";
    expect(BigInt(cost.replace(".", ""))).toBe(BigInt(record.cost ?? -1));
  });

  test("is failed over as ever where the reference fails", async () => {
    it.upstream.replyBy(({ body }) =>
      (body as { model: string }).model === "gpt-4o"
        ? failure(503)
        : json(completion(asked().length === 1 ? "perhaps" : "no")),
    );
    const { text, headers } = await ask(yesOrNo);
    expect(text).toBe("no");
    expect(asked()[1]).toBe("gpt-4o");
    expect(asked()).toHaveLength(3);
    expect(headers.get("x-smashcost-cascade")).toBe("escalated");
  });

  test("by a key's setting does the same, which a request's header undoes", async () => {
    const { apiKey } = await addKey(it.product, it.records, { cascade: true });
    const client = it.product.client({ apiKey });
    it.upstream.reply(json(completion("yes")));
    const cascaded = await ask(yesOrNo, { client, headers: {} as typeof on });
    expect(cascaded.headers.get("x-smashcost-cascade")).toBe("passed");
    const plain = await ask(yesOrNo, { client, headers: { "X-SmashCost-Cascade": "off" } });
    expect(plain.headers.get("x-smashcost-cascade")).toBeNull();
    expect(plain.record).not.toHaveProperty("cascade");
  });

  test("counts both answers in the totals, to the pico-dollar", async () => {
    const rows = await it.records.rows();
    const sum = rows.reduce((total, { cost }) => total + BigInt(cost ?? 0), 0n);
    for (const interval of ["minute", "hour", "day"] as const) {
      const buckets = await it.records.totals(interval);
      expect(buckets.reduce((total, { totals }) => total + totals.cost, 0n)).toBe(sum);
    }
  });
});

describe("the sandbox, where there is no other provider", () => {
  const matches = new Ajv().compile(person);
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  }, 60_000);
  afterAll(() => product.dispose());

  const askSandbox = async (body: typeof asPerson | typeof yesOrNo) => {
    const { data, response } = await product
      .client()
      .chat.completions.create({ model: "sandbox-large", ...body }, { headers: on })
      .withResponse();
    const said = (name: string) => response.headers.get(`x-smashcost-${name}`);
    return { text: data.choices[0]?.message.content ?? "", said };
  };

  test("passes a schema, as its answers are made from it", async () => {
    const { text, said } = await askSandbox(asPerson);
    expect(matches(JSON.parse(text))).toBe(true);
    expect(said("cascade")).toBe("passed");
    expect(said("model")).toMatch(/^sandbox-(?!large)/);
  });

  test("fails a label, as its answers are canned, and the reference's is given", async () => {
    const { text, said } = await askSandbox(yesOrNo);
    expect(text).toContain("(sandbox-large)");
    expect(said("cascade")).toBe("escalated");
  });
});
