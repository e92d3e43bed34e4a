import { loadCatalog } from "../../core/catalog/load";
import { cardAt } from "../../core/money/card-at";
import { completion, streamedText } from "../support/openai-shapes";
import {
  failure,
  hang,
  html,
  json,
  reset,
  resetAfterBytes,
  resetAtOnce,
  stream,
} from "../support/upstream-answers";
import { startUpstreamProduct, type UpstreamProduct } from "../support/upstream-product";

const messages = [{ role: "user" as const, content: "Say hello in one sentence." }];

let it: UpstreamProduct;
beforeAll(async () => {
  it = await startUpstreamProduct({
    SMASHCOST_TIMEOUT_FIRST_TOKEN_MS: "800",
    SMASHCOST_TIMEOUT_SILENCE_MS: "5000",
    SMASHCOST_TIMEOUT_TOTAL_MS: "20000",
  });
}, 60_000);
beforeEach(() => it.upstream.forget());
afterAll(() => it.dispose());

/** The models that the provider was asked for, in order. */
const asked = () => it.upstream.requests.map(({ body }) => (body as { model: string }).model);

const streamOf = async (model: string) => {
  const { data, response } = await it.client.chat.completions
    .create({ model, messages, stream: true })
    .withResponse();
  let text = "";
  for await (const { choices } of data) text += choices[0]?.delta.content ?? "";
  return { text, response };
};

const wholeOf = async (
  model: string,
  more: { max_tokens?: number; headers?: Record<string, string> | undefined } = {},
) => {
  const { headers, ...fields } = more;
  const { data, response } = await it.client.chat.completions
    .create({ model, messages, ...fields }, { headers: headers ?? {} })
    .withResponse();
  return { text: data.choices[0]?.message.content, response };
};

describe("a request whose first candidate fails", () => {
  test.each([
    { name: "a 500", answer: failure(500), outcome: "refused", code: "server_error" },
    { name: "a 429", answer: failure(429, { code: "busy" }), outcome: "refused", code: "busy" },
    { name: "a reset", answer: resetAtOnce(), outcome: "unreachable", code: /.+/ },
    { name: "HTML with status 200", answer: html(), outcome: "refused", code: "invalid_answer" },
    { name: "an empty 200", answer: html("", 200), outcome: "refused", code: "invalid_answer" },
    {
      name: "half a body",
      answer: resetAfterBytes(JSON.stringify(completion()), 40),
      outcome: "unreachable",
      code: /.+/,
    },
    { name: "no answer at all", answer: hang(), outcome: "timeout", code: "timeout_first_token" },
  ])(
    "by $name is answered by the next, with both attempts in one row",
    async ({ answer, outcome, code }) => {
      const before = (await it.records.rows()).length;
      it.upstream.reply(answer, json(completion("the second answers")));
      const { text, response } = await wholeOf("gpt-4o");
      expect(text).toBe("the second answers");
      const [first, second] = asked();
      expect(second).not.toBe(first);
      expect(response.headers.get("x-smashcost-model")).toBe(second);
      const { attempts, used, cost } = await it.recordOf(response);
      expect(attempts).toMatchObject([
        { model: first, outcome, errorCode: expect.stringMatching(code) },
        { model: second, outcome: "answered", status: 200 },
      ]);
      expect(used?.model).toBe(second);
      expect(cost).toBeGreaterThan(0);
      expect(await it.records.rows()).toHaveLength(before + 1);
    },
  );

  test.each([
    { name: "a 503", answer: failure(503) },
    { name: "a stream that says nothing", answer: stream([]) },
    { name: "a reset before the first event", answer: stream([reset]) },
    { name: "JSON in a stream's place", answer: json(completion()) },
    { name: "an error as the first event", answer: stream([{ write: 'data: {"error":{}}\n\n' }]) },
    { name: "no first token in time", answer: hang() },
  ])("by $name: the caller's stream holds the next one's answer alone", async ({ answer }) => {
    it.upstream.reply(answer, stream(streamedText(["second", " voice"])));
    const { text, response } = await streamOf("gpt-4o");
    expect(text).toBe("second voice");
    const { attempts, outcome } = await it.recordOf(response);
    expect(attempts).toHaveLength(2);
    expect(attempts[1]).toMatchObject({ outcome: "answered" });
    expect(outcome).toBe("ok");
  });

  test("goes to the model asked for where a cheaper one says that the request is wrong", async () => {
    it.upstream.replyBy(({ body }) =>
      (body as { model: string }).model === "gpt-4o"
        ? json(completion("as asked"))
        : failure(400, { code: "unsupported_value" }),
    );
    const { text, response } = await wholeOf("gpt-4o");
    expect(text).toBe("as asked");
    expect(asked()).toHaveLength(2);
    expect(asked().at(-1)).toBe("gpt-4o");
    expect(await it.recordOf(response)).toMatchObject({
      used: { model: "gpt-4o" },
      saved: 0,
      attempts: [{ status: 400 }, { status: 200 }],
    });
  });
});

describe("a named model", () => {
  test("is a ceiling: nothing dearer is ever asked, whatever fails", async () => {
    it.upstream.reply(failure(500));
    await expect(wholeOf("gpt-4o")).rejects.toThrow("500");
    const catalog = loadCatalog();
    const rates = (model: string) => {
      const offer = catalog.find(`openai/${model}`);
      const tier = offer && cardAt(offer, Date.now())?.tiers[0];
      if (!tier) throw new Error(`${model} has no price`);
      return tier;
    };
    const ceiling = rates("gpt-4o");
    expect(asked()).toHaveLength(3);
    for (const model of asked()) {
      expect(rates(model).input).toBeLessThanOrEqual(ceiling.input);
      expect(rates(model).output).toBeLessThanOrEqual(ceiling.output);
    }
  });

  test.each([
    { name: "provider/model", model: "openai/gpt-4o", headers: undefined },
    { name: "the routing mode off", model: "gpt-4o", headers: { "X-SmashCost-Routing": "off" } },
  ])("is pinned by $name, also when it fails", async ({ model, headers }) => {
    it.upstream.reply(failure(500), failure(500), json(completion("at last")));
    const { text, response } = await wholeOf(model, { headers });
    expect(text).toBe("at last");
    expect(asked()).toEqual(["gpt-4o", "gpt-4o", "gpt-4o"]);
    expect(await it.recordOf(response)).toMatchObject({ saved: 0, score: 100 });
  });

  test("that the catalog does not know is passed on and shown as unpriced, never as free", async () => {
    it.upstream.reply(json(completion("new here")));
    const { text, response } = await wholeOf("openai/some-new-model");
    expect(text).toBe("new here");
    expect(asked()).toEqual(["some-new-model"]);
    expect(response.headers.get("x-smashcost-cost")).toBe("unpriced");
    expect(response.headers.get("x-smashcost-saved")).toBe("unknown");
    const record = await it.recordOf(response);
    expect(record).toMatchObject({ cost: null, saved: null, tokensFrom: "provider" });
    expect(record.used).toEqual({ provider: "openai", model: "some-new-model" });
  });

  test("that is replaced by a reasoning model has its max_tokens reworded, and else is not", async () => {
    it.upstream.reply(json(completion()));
    await wholeOf("openai/gpt-4o", { max_tokens: 50 });
    expect((await it.upstream.received(1)).body).toMatchObject({ max_tokens: 50 });
    it.upstream.forget();
    it.upstream.replyBy(({ body }) =>
      "max_tokens" in (body as object) && /^(o\d|gpt-[5-9])/.test((body as { model: string }).model)
        ? failure(400, { code: "unsupported_parameter" })
        : json(completion()),
    );
    await wholeOf("gpt-5", { max_tokens: 50 }).catch(() => undefined);
    for (const { body } of it.upstream.requests) {
      const { model, ...fields } = body as { model: string };
      const named = model === "gpt-5" || !/^(o\d|gpt-[5-9])/.test(model);
      expect(fields).toHaveProperty(named ? "max_tokens" : "max_completion_tokens", 50);
    }
  });
});

describe("auto", () => {
  test("goes to a model with a stored key; what it saves is unknown", async () => {
    it.upstream.reply(json(completion("chosen freely")));
    const { text, response } = await wholeOf("auto");
    expect(text).toBe("chosen freely");
    expect(response.headers.get("x-smashcost-model")).toBe(asked()[0]);
    expect(response.headers.get("x-smashcost-saved")).toBe("unknown");
    const record = await it.recordOf(response);
    expect(record).toMatchObject({ requested: "auto", saved: null, referenceCost: null });
    expect(record.cost).toBeGreaterThan(0);
  });

  test("without routing has nothing to go by", async () => {
    const headers = { "X-SmashCost-Routing": "off" };
    await expect(wholeOf("auto", { headers })).rejects.toMatchObject({
      status: 400,
      code: "auto_without_routing",
    });
  });
});
