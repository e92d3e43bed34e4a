import {
  hangingReply,
  type Reply,
  refusalReply,
  streamReply,
  unreachableReply,
} from "../../fakes/scripted-upstream";
import { askRecorded, completionOf, costAt, on, saying, start, yesOrNo } from "./cascading";
import { readAnswer } from "./harness";

const person = {
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: { name: { type: "string" } },
};
const asJson = (response_format: object) => ({
  ...yesOrNo,
  messages: [{ role: "user", content: "Extract the person: Ada wrote to us." }],
  response_format,
});
const asPerson = asJson({
  type: "json_schema",
  json_schema: { name: "person", strict: true, schema: person },
});
const asObject = asJson({ type: "json_object" });

describe("an answer of the first model that passes", () => {
  test.each([
    { name: "the schema", body: asPerson, text: '{"name": "Ada"}', check: "schema" },
    { name: "the JSON check", body: asObject, text: '{"who": "Ada"}', check: "json" },
    { name: "the label check", body: yesOrNo, text: "Yes.", check: "label" },
  ])("$name is the caller's, and nobody else is asked", async ({ name, body, text, check }) => {
    const gateway = await start([saying(text)]);
    const { status, headers, text: got, event, models } = await askRecorded(gateway, body);
    expect({ status, got: JSON.parse(got) as unknown }).toEqual({
      status: 200,
      got: completionOf(text),
    });
    expect(models).toHaveLength(1);
    const [first = ""] = models;
    expect(first).not.toBe("gpt-4o");
    expect(headers).toMatchObject({
      "x-smashcost-cascade": "passed",
      "x-smashcost-model": first,
      "x-smashcost-routing": `cascade: ${first} passed ${name}`,
    });
    expect(event).toMatchObject({
      used: { model: first },
      reason: `cascade: ${first} passed ${name}`,
      cascade: { outcome: "passed", check, first: `openai/${first}` },
      attempts: [{ model: first, outcome: "answered", check: "passed" }],
    });
    expect(event.cost).toBe(costAt(first, event.tokens));
    expect(event.saved).toBe(costAt("gpt-4o", event.tokens) - costAt(first, event.tokens));
  });
});

describe("an answer of the first model that fails", () => {
  test.each([
    { name: "is no JSON", body: asPerson, bad: saying("Her name is Ada."), good: '{"name":"Ada"}' },
    { name: "breaks the schema", body: asPerson, bad: saying('{"age":3}'), good: '{"name":"Ada"}' },
    { name: "is cut off", body: asObject, bad: saying("{}", { finish: "length" }), good: "{}" },
    { name: "is no label", body: yesOrNo, bad: saying("It depends."), good: "yes" },
    { name: "declines", body: yesOrNo, bad: saying("yes", { refusal: "I can't" }), good: "yes" },
    { name: "says nothing", body: yesOrNo, bad: saying(null), good: "yes" },
  ])("as it $name goes to the reference, once", async ({ body, bad, good }) => {
    const gateway = await start([bad, saying(good)]);
    const { status, headers, text, event, models } = await askRecorded(gateway, body);
    expect({ status, text: JSON.parse(text) as unknown }).toEqual({
      status: 200,
      text: completionOf(good),
    });
    const [first = "", second] = models;
    expect(models).toHaveLength(2);
    expect(second).toBe("gpt-4o");
    expect(headers).toMatchObject({
      "x-smashcost-cascade": "escalated",
      "x-smashcost-model": "gpt-4o",
      "x-smashcost-score": "100.0",
      "x-smashcost-routing": `cascade: ${first} failed the check, escalated to gpt-4o`,
    });
    expect(event).toMatchObject({
      used: { model: "gpt-4o" },
      cascade: { outcome: "escalated", first: `openai/${first}` },
      attempts: [
        { model: first, outcome: "answered", check: "failed" },
        { model: "gpt-4o", outcome: "answered" },
      ],
    });
  });

  test("is billed beside the one given, each by its own price, and saved shows the loss", async () => {
    const bad = saying("maybe", { counted: { prompt: 2_000, cached: 1_024, completion: 7 } });
    const good = saying("yes", { counted: { prompt: 2_001, completion: 3 } });
    const { event, headers, models } = await askRecorded(await start([bad, good]));
    const [first = ""] = models;
    const tokens = { cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, reasoningOutput: 0 };
    const discarded = { ...tokens, freshInput: 976, cacheRead: 1_024, visibleOutput: 7 };
    const given = { ...tokens, freshInput: 2_001, visibleOutput: 3 };
    const [lost, paid] = [costAt(first, discarded as never), costAt("gpt-4o", given as never)];
    expect(event.attempts).toMatchObject([
      { tokens: discarded, cost: lost },
      { tokens: given, cost: paid },
    ]);
    expect(event).toMatchObject({
      tokens: { ...tokens, freshInput: 2_977, cacheRead: 1_024, visibleOutput: 10 },
      tokensFrom: "provider",
      cost: lost + paid,
      referenceCost: paid,
      saved: -lost,
    });
    expect(headers["x-smashcost-cost"]?.replace(".", "")).toBe(
      String(lost + paid).padStart(13, "0"),
    );
    expect(headers["x-smashcost-saved"]).toMatch(/^-0\.\d{12}$/);
  });

  test("makes the request unpriced where its provider charged unknown rates", async () => {
    const { event } = await askRecorded(
      await start([saying("maybe", { tier: "priority" }), saying("yes")]),
    );
    expect(event).toMatchObject({ cost: null, saved: null });
    expect(event.attempts[0]?.cost).toBeNull();
    expect(event.attempts[1]?.cost).toBeGreaterThan(0);
  });
});

describe("a reference that fails after the first answer was discarded", () => {
  test("is followed by the remaining candidates, as without a cascade", async () => {
    const gateway = await start([saying("maybe"), refusalReply(503, null), saying("no")]);
    const { status, text, event, models } = await askRecorded(gateway);
    expect({ status, text: JSON.parse(text) as unknown }).toEqual({
      status: 200,
      text: completionOf("no"),
    });
    expect(models).toHaveLength(3);
    expect(models[1]).toBe("gpt-4o");
    expect(models[2]).not.toBe(models[0]);
    expect(event.attempts.map(({ outcome }) => outcome)).toEqual([
      "answered",
      "refused",
      "answered",
    ]);
    expect(event.cost).toBe((event.attempts[0]?.cost ?? 0) + (event.attempts[2]?.cost ?? 0));
  });

  test("is the caller's error; the discarded answer is billed and never given", async () => {
    const gateway = await start([saying("maybe"), refusalReply(503, "overloaded")]);
    const { status, text, headers, event, models } = await askRecorded(gateway);
    expect(status).toBe(503);
    expect(text).not.toContain("maybe");
    expect(models).toHaveLength(3);
    expect(headers["x-smashcost-cascade"]).toBe("escalated");
    expect(event).toMatchObject({ outcome: "error", tokensFrom: "provider", referenceCost: 0 });
    expect(event.used).toBeUndefined();
    expect(event.cost).toBe(event.attempts[0]?.cost);
    expect(event.cost).toBeGreaterThan(0);
    expect(event.saved).toBe(0 - (event.cost ?? 0));
  });
});

describe("a first model that does not answer", () => {
  test.each([
    { name: "refuses", reply: refusalReply(500, null) },
    { name: "can't be reached", reply: unreachableReply },
    { name: "says that the request is wrong", reply: refusalReply(400, "invalid_value") },
  ])("but $name is asked once; then the request goes on as any other", async ({ reply }) => {
    const { status, headers, event, models } = await askRecorded(
      await start([reply, saying("whatever, unchecked")]),
    );
    expect(status).toBe(200);
    expect(models).toHaveLength(2);
    expect(models[1]).not.toBe(models[0]);
    expect(headers["x-smashcost-cascade"]).toBe("off-first-call-failed");
    expect(headers["x-smashcost-routing"]).not.toContain("cascade");
    expect(event.attempts[1]).toMatchObject({ outcome: "answered", cost: event.cost });
  });

  test("is not followed by a provider whose credit is spent as well", async () => {
    const { status, models } = await askRecorded(
      await start([refusalReply(429, "insufficient_quota"), saying("yes")]),
    );
    expect(status).toBe(429);
    expect(models).toHaveLength(1);
  });
});

describe("a caller who leaves", () => {
  const leavingWith =
    (reply: Reply, caller: AbortController): Reply =>
    (call, signal) => {
      const answer = reply(call, signal);
      return answer.then(({ body, ...rest }) => ({
        ...rest,
        body: (async function* () {
          yield* body;
          caller.abort();
        })(),
      }));
    };

  test("between the calls causes no second one, and the first is billed", async () => {
    const caller = new AbortController();
    const gateway = await start([leavingWith(saying("maybe"), caller), saying("yes")]);
    const { event, models } = await askRecorded(gateway, yesOrNo, { ...on, signal: caller.signal });
    expect(models).toHaveLength(1);
    expect(event).toMatchObject({
      outcome: "cancelled",
      status: 499,
      cost: costAt(models[0] ?? "", event.tokens),
    });
    expect(event.cost).toBeGreaterThan(0);
    expect(event.cascade).not.toHaveProperty("outcome");
  });

  test("during the second call is billed for the first exactly, for the second by estimate", async () => {
    const caller = new AbortController();
    const leaving: Reply = (call, signal) => {
      caller.abort();
      return hangingReply(call, signal);
    };
    const gateway = await start([saying("maybe"), leaving]);
    const { event } = await askRecorded(gateway, yesOrNo, { ...on, signal: caller.signal });
    expect(event).toMatchObject({ outcome: "cancelled", tokensFrom: "estimate" });
    const [first, second] = event.attempts;
    expect(second).toMatchObject({ outcome: "cancelled", model: "gpt-4o" });
    expect(second?.cost).toBeGreaterThan(0);
    expect(event.cost).toBe((first?.cost ?? 0) + (second?.cost ?? 0));
  });
});

describe("no cascade is made, and the header says why,", () => {
  test.each([
    { why: "off-not-checkable", body: { ...yesOrNo, messages: [{ role: "user", content: "Hi" }] } },
    { why: "off-not-checkable", body: { ...asObject, n: 2 } },
    { why: "off-pinned", body: { ...yesOrNo, model: "openai/gpt-4o" } },
    { why: "off-no-cheaper", body: { ...yesOrNo, model: "gpt-4.1-nano" } },
    {
      why: "off-schema",
      body: asJson({
        type: "json_schema",
        json_schema: { name: "x", schema: { $ref: "https://example.com/x" } },
      }),
    },
  ])("$why", async ({ why, body }) => {
    const { status, headers, event, models } = await askRecorded(await start([saying("x")]), body);
    expect(status).toBe(200);
    expect(models).toHaveLength(1);
    expect(headers["x-smashcost-cascade"]).toBe(why);
    expect(event.cascade?.outcome).toBe(why);
    expect(event.attempts[0]).not.toHaveProperty("cost");
  });

  test("off-streamed", async () => {
    const end = 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n';
    const gateway = await start([streamReply([end])]);
    const { headers, event } = await askRecorded(gateway, { ...yesOrNo, stream: true });
    expect(headers["x-smashcost-cascade"]).toBe("off-streamed");
    expect(event.cascade).toEqual({ outcome: "off-streamed" });
  });
});

describe("a cascade is wanted", () => {
  const cascaded = async (key: { cascade?: boolean }, header?: string) => {
    const headers: Record<string, string> =
      header === undefined ? {} : { "x-smashcost-cascade": header };
    const gateway = await start([saying("yes")], { key });
    const { headers: said, event } = await askRecorded(gateway, yesOrNo, { headers });
    expect(event.cascade === undefined).toBe(said["x-smashcost-cascade"] === undefined);
    return said["x-smashcost-cascade"];
  };

  test.each([
    { key: { cascade: true }, header: undefined, expected: "passed" },
    { key: { cascade: true }, header: " ON ", expected: "passed" },
    { key: { cascade: true }, header: "off", expected: undefined },
    { key: { cascade: true }, header: "", expected: "passed" },
    { key: {}, header: "on", expected: "passed" },
    { key: {}, header: undefined, expected: undefined },
    { key: { cascade: false }, header: undefined, expected: undefined },
  ])("by key $key and header $header: $expected", async ({ key, header, expected }) => {
    expect(await cascaded(key, header)).toBe(expected);
  });

  test("by a header that is neither on nor off is a 400 that says so", async () => {
    const { ask, calls } = await start([saying("yes")]);
    const { status, text } = await readAnswer(
      ask(yesOrNo, { headers: { "x-smashcost-cascade": "maybe" } }),
    );
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({
      error: {
        code: "invalid_cascade",
        param: "x-smashcost-cascade",
        message: "the header x-smashcost-cascade says 'maybe'; use one of on, off",
      },
    });
    expect(calls).toHaveLength(0);
  });
});

test("for auto the best that fits is escalated to", async () => {
  const gateway = await start([saying("maybe"), saying("yes")], {
    organization: { baselineModel: "openai/gpt-4o" },
  });
  const { event, headers } = await askRecorded(gateway, { ...yesOrNo, model: "auto" });
  expect(headers["x-smashcost-cascade"]).toBe("escalated");
  expect(event.score).toBe(100);
  expect(event.reference?.model).toBe("gpt-4o");
});
