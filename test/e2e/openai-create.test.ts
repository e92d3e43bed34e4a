import { completion } from "../support/openai-shapes";
import { json } from "../support/upstream-answers";
import { canaryKey, startUpstreamProduct, type UpstreamProduct } from "../support/upstream-product";

const messages = [{ role: "user" as const, content: "Say hello in one sentence." }];
const redPixel =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

let it: UpstreamProduct;
beforeAll(async () => {
  it = await startUpstreamProduct();
}, 60_000);
beforeEach(() => {
  it.upstream.forget();
  it.upstream.reply(json(completion()));
});
afterAll(() => it.dispose());

/** Exact US dollars of whole pico-dollars, as the headers write them. */
const dollars = (pico: number) => `0.${String(pico).padStart(12, "0")}`;

describe("chat.completions.create", () => {
  test("answers from the sandbox, billed by its own count to the pico-dollar", async () => {
    const { data, response } = await it.client.chat.completions
      .create({ model: "sandbox/sandbox-medium", messages })
      .withResponse();
    expect(data.choices[0]?.message.content).toContain("canned answer");
    const { prompt_tokens: prompt = 0, completion_tokens: completed = 0 } = data.usage ?? {};
    expect(prompt * completed).toBeGreaterThan(0);
    expect(response.headers.get("x-smashcost-cost")).toBe(
      dollars(prompt * 400_000 + completed * 1_600_000),
    );
  });

  test("says in its headers what the request was, where it went, why, and at what cost", async () => {
    const { response } = await it.client.chat.completions
      .create({ model: "openai/gpt-4o", messages })
      .withResponse();
    const named = (name: string) => response.headers.get(`x-smashcost-${name}`);
    expect(named("request-id")).toMatch(/^req_[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(named("model")).toBe("gpt-4o");
    expect(named("provider")).toBe("openai");
    expect(named("task")).toMatch(/^[a-z-]+$/);
    expect(named("score")).toBe("100.0");
    expect(named("routing")).toBe("openai/gpt-4o is pinned by its name");
    // Ten tokens in at $2.50 and five out at $10 per million.
    expect(named("cost")).toBe("0.000075000000");
    expect(named("saved")).toBe("0.000000000000");
  });

  test("what a cheaper model saves is in the headers and in the row", async () => {
    const { response } = await it.client.chat.completions
      .create({ model: "gpt-4o", messages })
      .withResponse();
    const event = await it.recordOf(response);
    expect(event.reference).toEqual({ provider: "openai", model: "gpt-4o" });
    expect(event.used?.model).not.toBe("gpt-4o");
    expect(event.referenceCost).toBe(75_000_000);
    const { cost, saved } = event;
    expect(saved).toBe(75_000_000 - Number(cost));
    expect(response.headers.get("x-smashcost-cost")).toBe(dollars(Number(cost)));
    expect(response.headers.get("x-smashcost-saved")).toBe(dollars(Number(saved)));
  });

  test("several answers to one request come back, each with its index", async () => {
    const { choices, usage } = await it.client.chat.completions.create({
      model: "sandbox/sandbox-small",
      messages,
      n: 2,
    });
    expect(choices.map(({ index }) => index)).toEqual([0, 1]);
    expect(choices.every(({ message }) => message.content?.includes("canned"))).toBe(true);
    expect(usage?.completion_tokens).toBeGreaterThan(0);
  });

  test("log-probabilities come back, one for each piece of the text", async () => {
    const { choices } = await it.client.chat.completions.create({
      model: "sandbox/sandbox-small",
      messages,
      logprobs: true,
      top_logprobs: 2,
    });
    const pieces = choices[0]?.logprobs?.content ?? [];
    expect(pieces.length).toBeGreaterThan(0);
    expect(pieces.map(({ token }) => token).join("")).toBe(choices[0]?.message.content);
    expect(pieces.every(({ top_logprobs }) => top_logprobs.length === 2)).toBe(true);
  });

  test("an image goes to a model that sees, and reaches the provider as it was sent", async () => {
    const content = [
      { type: "text" as const, text: "What is in this picture?" },
      { type: "image_url" as const, image_url: { url: redPixel, detail: "low" as const } },
    ];
    const ask = (model: string) =>
      it.client.chat.completions.create({ model, messages: [{ role: "user", content }] });
    expect((await ask("sandbox/sandbox-vision")).usage?.prompt_tokens).toBeGreaterThan(85);
    await ask("gpt-4o");
    expect((await it.upstream.received(1)).body).toMatchObject({ messages: [{ content }] });
  });
});

describe("what passes through", () => {
  test("the caller's bytes, but for the model: large integers, spacing, unknown fields", async () => {
    const body = (model: string) =>
      `{ "seed": 12345678901234567890,\n\t"model":"${model}",  "temperature": 1.0, "messages":[ {"role":"user","content":"caf\\u00e9 \u{1f600}"} ], "x_future": {"b":1e400,"a":[ ]} }`;
    const answer = await it.product.post("/chat/completions", body("openai/gpt-4o"));
    expect(answer.status).toBe(200);
    expect((await it.upstream.received(1)).bodyText).toBe(body("gpt-4o"));
  });

  test("the provider's bytes, unknown fields and the provider's own request id", async () => {
    const answered = {
      ...completion("h\u00e9llo"),
      x_new: { deep: [1, null] },
      service_tier: "gold",
    };
    it.upstream.reply(json(answered, 200, { "x-request-id": "req_upstream", "set-cookie": "a=b" }));
    const request = JSON.stringify({ model: "openai/gpt-4o", messages });
    const answer = await it.product.post("/chat/completions", request);
    expect(await answer.text()).toBe(JSON.stringify(answered));
    expect(answer.headers.get("x-request-id")).toBe("req_upstream");
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test("an answer without a count, or without a text, is an answer all the same", async () => {
    const call = { id: "call_1", type: "function", function: { name: "f", arguments: "{}" } };
    const message = { role: "assistant", tool_calls: [call] };
    const bare = { id: "x", choices: [{ index: 0, message, finish_reason: "tool_calls" }] };
    it.upstream.reply(json(bare));
    const { data, response } = await it.client.chat.completions
      .create({ model: "openai/gpt-4o", messages })
      .withResponse();
    expect(data.choices).toMatchObject(bare.choices);
    const record = await it.recordOf(response);
    expect(record).toMatchObject({ outcome: "ok", tokensFrom: "estimate" });
    expect(record.cost).toBeGreaterThan(0);
  });

  test("the provider gets its own key and none of the caller's headers", async () => {
    await it.client.chat.completions.create(
      { model: "openai/gpt-4o", messages },
      { headers: { "X-SmashCost-Tag-Customer": "acme-corp", cookie: "session=1" } },
    );
    const { headers } = await it.upstream.received(1);
    expect(headers.authorization).toBe(`Bearer ${canaryKey}`);
    expect(JSON.stringify(headers)).not.toMatch(/sk-sc-|acme-corp|session|smashcost/i);
  });
});

describe("client.models", () => {
  test("lists what can be called, and auto", async () => {
    const ids: string[] = [];
    for await (const { id } of it.client.models.list()) ids.push(id);
    expect(ids).toEqual(expect.arrayContaining(["auto", "gpt-4o", "sandbox-tiny"]));
    // No credential for Anthropic is stored.
    expect(ids.filter((id) => id.startsWith("claude"))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("retrieves one by its name", async () => {
    expect(await it.client.models.retrieve("gpt-4o")).toMatchObject({
      id: "gpt-4o",
      object: "model",
      owned_by: "openai",
    });
  });
});
