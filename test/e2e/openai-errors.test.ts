import { setTimeout as sleep } from "node:timers/promises";
import OpenAI from "openai";
import type { KeyRecord } from "../../core/ports/access-store";
import { addKey } from "../support/more-keys";
import { chunk, completion, errorEvent } from "../support/openai-shapes";
import { event, failure, html, json, stream, wait } from "../support/upstream-answers";
import { canaryKey, startUpstreamProduct, type UpstreamProduct } from "../support/upstream-product";

const request = {
  model: "openai/gpt-4o",
  messages: [{ role: "user" as const, content: "Say hello in one sentence." }],
};

let it: UpstreamProduct;
beforeAll(async () => {
  it = await startUpstreamProduct();
}, 60_000);
beforeEach(() => it.upstream.forget());
afterAll(() => it.dispose());

/** The error that the stock client throws, its own retries allowed. */
const errorOf = async (client = it.product.client({ maxRetries: 2 }), body = request) => {
  try {
    await client.chat.completions.create(body);
  } catch (error) {
    if (error instanceof OpenAI.APIError) return error;
    throw error;
  }
  throw new Error("the request did not fail");
};

/** A client with a further key of the same organization. */
const clientWith = async (more: Partial<KeyRecord>): Promise<OpenAI> => {
  const { apiKey } = await addKey(it.product, it.records, more);
  return it.product.client({ apiKey });
};

describe("a provider's error", () => {
  test.each([
    { status: 400, type: OpenAI.BadRequestError, code: "context_length_exceeded", asked: 1 },
    { status: 401, type: OpenAI.AuthenticationError, code: "invalid_api_key", asked: 1 },
    { status: 403, type: OpenAI.PermissionDeniedError, code: "unsupported_country", asked: 1 },
    { status: 404, type: OpenAI.NotFoundError, code: "model_not_found", asked: 1 },
    { status: 422, type: OpenAI.UnprocessableEntityError, code: "unprocessable", asked: 1 },
    { status: 429, type: OpenAI.RateLimitError, code: "rate_limit_exceeded", asked: 3 },
    { status: 500, type: OpenAI.InternalServerError, code: "server_error", asked: 3 },
    { status: 503, type: OpenAI.InternalServerError, code: "overloaded", asked: 3 },
  ])(
    "$status $code is thrown as the client's own class, after $asked attempts in all",
    async ({ status, type, code, asked }) => {
      it.upstream.reply(
        failure(status, { message: "no, sorry", type: "some_type", code, param: "x" }),
      );
      const error = await errorOf();
      expect(error).toBeInstanceOf(type);
      expect(error).toMatchObject({ status, code, type: "some_type", param: "x" });
      expect(error.message).toContain("no, sorry");
      // The client may try three times, the gateway as well: they must not multiply.
      expect(it.upstream.requests).toHaveLength(asked);
      expect(error.headers?.get("x-should-retry")).toBe("false");
      const record = await it.recordOf({ headers: error.headers ?? new Headers() });
      expect(record).toMatchObject({ outcome: "error", status, errorCode: code, cost: 0 });
      expect(record.attempts).toHaveLength(asked);
    },
  );

  test("a wish for more patience than a caller has is passed on, not waited for", async () => {
    const limits = { "retry-after": "20", "x-ratelimit-remaining-requests": "0" };
    it.upstream.reply(failure(429, { code: "rate_limit_exceeded" }, limits));
    const error = await errorOf();
    expect(error).toBeInstanceOf(OpenAI.RateLimitError);
    expect(error.headers?.get("retry-after")).toBe("20");
    expect(error.headers?.get("x-ratelimit-remaining-requests")).toBe("0");
    expect(it.upstream.requests).toHaveLength(1);
  });

  test("a short wish is granted, and the next attempt answers", async () => {
    it.upstream.reply(failure(429, {}, { "retry-after-ms": "20" }), json(completion("at last")));
    const { choices } = await it.client.chat.completions.create(request);
    expect(choices[0]?.message.content).toBe("at last");
    expect(it.upstream.requests).toHaveLength(2);
  });

  test("spent credit is asked for once and never again", async () => {
    it.upstream.reply(failure(429, { code: "insufficient_quota", type: "insufficient_quota" }));
    const error = await errorOf();
    expect(error).toMatchObject({ status: 429, code: "insufficient_quota" });
    expect(it.upstream.requests).toHaveLength(1);
  });

  test("a page of HTML is a 502 in the client's form, without a word of the page", async () => {
    it.upstream.reply(html("<html>please log in to the lobby</html>"));
    const error = await errorOf();
    expect(error).toBeInstanceOf(OpenAI.InternalServerError);
    expect(error).toMatchObject({ status: 502, type: "server_error", code: "invalid_answer" });
    expect(error.message).not.toContain("lobby");
  });
});

describe("a provider that quotes its key", () => {
  const quoting = { message: `Incorrect API key provided: ${canaryKey}.`, code: "invalid_api_key" };
  const ask = async (body: object) => {
    const answer = await it.product.post("/chat/completions", JSON.stringify(body));
    return JSON.stringify([...answer.headers]) + (await answer.text());
  };

  test.each([
    { name: "a refusal", answer: failure(401, quoting), body: request },
    {
      name: "a refusal of a stream",
      answer: failure(500, quoting),
      body: { ...request, stream: true },
    },
    {
      name: "a stream's first event",
      answer: stream([errorEvent(quoting.message, quoting.message)]),
      body: { ...request, stream: true },
    },
    {
      name: "an error in the middle of a stream",
      answer: stream([
        event(chunk({ content: "a" })),
        wait(100),
        errorEvent(quoting.message, canaryKey),
      ]),
      body: { ...request, stream: true },
    },
    {
      name: "a response header",
      answer: failure(401, quoting, { "openai-organization": canaryKey }),
      body: request,
    },
  ])("in $name does not get it to the caller", async ({ answer, body }) => {
    it.upstream.reply(answer);
    const got = await ask(body);
    expect(got).toContain("error");
    expect(got).not.toContain(canaryKey);
  });
});

describe("the gateway's own errors", () => {
  test("401: a wrong key", async () => {
    const error = await errorOf(it.product.client({ apiKey: "sk-wrong", maxRetries: 2 }));
    expect(error).toBeInstanceOf(OpenAI.AuthenticationError);
    expect(error).toMatchObject({ status: 401, code: "invalid_api_key" });
  });

  test("404: a model that nobody offers, with those it may have been meant as", async () => {
    const error = await errorOf(it.client, { ...request, model: "gpt-4o-minni" });
    expect(error).toBeInstanceOf(OpenAI.NotFoundError);
    expect(error).toMatchObject({ code: "model_not_found", param: "model" });
    expect(error.message).toContain("gpt-4o-mini");
  });

  test("424: a provider without a stored key, never asked twice", async () => {
    const error = await errorOf(undefined, { ...request, model: "anthropic/claude-sonnet-4-5" });
    expect(error).toMatchObject({ status: 424, code: "no_credential" });
    expect(error.message).toMatch(/add one under Provider credentials/);
  });

  test("429: requests per minute, with the wait", async () => {
    it.upstream.reply(json(completion()));
    const client = await clientWith({ requestsPerMinute: 1 });
    await client.chat.completions.create(request);
    const error = await errorOf(client);
    expect(error).toBeInstanceOf(OpenAI.RateLimitError);
    expect(error).toMatchObject({ type: "requests", code: "rate_limit_exceeded" });
    expect(Number(error.headers?.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(Number(error.headers?.get("retry-after"))).toBeLessThanOrEqual(60);
  });

  test("402: a spent budget, and trying again is no use", async () => {
    it.upstream.reply(json(completion()));
    const client = await clientWith({ budget: { dailyMicroUsd: 1 } });
    // What was spent is known once the first request has settled.
    await client.chat.completions.create(request).catch(() => undefined);
    await sleep(500);
    it.upstream.forget();
    const error = await errorOf(client);
    expect(error).toMatchObject({
      status: 402,
      type: "insufficient_quota",
      code: "budget_exceeded",
    });
    expect(error.headers?.get("x-should-retry")).toBe("false");
    expect(it.upstream.requests).toHaveLength(0);
  });

  test("503: a record of a key that can't be read is no caller's business, and hurts no other", async () => {
    it.upstream.reply(json(completion()));
    const error = await errorOf(await clientWith({ hash: "ab" }));
    expect(error).toBeInstanceOf(OpenAI.InternalServerError);
    expect(error).toMatchObject({ status: 503, code: "store_unavailable", type: "server_error" });
    expect(error.message).not.toMatch(/hash|regex|sk-sc-|\bab\b/i);
    await it.client.chat.completions.create(request);
  });
});
