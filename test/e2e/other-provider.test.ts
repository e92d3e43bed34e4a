import { type FakeUpstream, startFakeUpstream } from "../support/fake-upstream";
import { completion } from "../support/openai-shapes";
import { failure, json } from "../support/upstream-answers";
import { startUpstreamProduct, type UpstreamProduct } from "../support/upstream-product";

const messages = [{ role: "user" as const, content: "Say hello in one sentence." }];
const groqKey = "gsk-canary-8c2e";

let it: UpstreamProduct;
let groq: FakeUpstream;
beforeAll(async () => {
  groq = await startFakeUpstream();
  it = await startUpstreamProduct({
    SMASHCOST_GROQ_BASE_URL: groq.baseUrl,
    SMASHCOST_GROQ_API_KEY: groqKey,
  });
}, 60_000);
beforeEach(() => {
  it.upstream.forget();
  groq.forget();
});
afterAll(async () => {
  await it.dispose();
  await groq.close();
});

const ask = () => it.client.chat.completions.create({ model: "gpt-4o", messages }).withResponse();

/** Which provider the router prefers for the request is its own affair. */
const inOrder = async () => {
  it.upstream.reply(json(completion()));
  groq.reply(json(completion()));
  const { response } = await ask();
  const first = response.headers.get("x-smashcost-provider");
  it.upstream.forget();
  groq.forget();
  return first === "groq" ? ([groq, it.upstream] as const) : ([it.upstream, groq] as const);
};

describe("a provider that can't be used any more", () => {
  test.each([
    { name: "its credit is spent", answer: failure(429, { code: "insufficient_quota" }) },
    { name: "its key is refused", answer: failure(401, { code: "invalid_api_key" }) },
    { name: "payment is due", answer: failure(402, { code: "payment_required" }) },
  ])("is left for another one at once: $name", async ({ answer }) => {
    const [first, second] = await inOrder();
    first.reply(answer);
    second.reply(json(completion("from elsewhere")));
    const { data, response } = await ask();
    expect(data.choices[0]?.message.content).toBe("from elsewhere");
    expect([first.requests.length, second.requests.length]).toEqual([1, 1]);
    const { attempts, used } = await it.recordOf(response);
    expect(attempts.map(({ outcome }) => outcome)).toEqual(["refused", "answered"]);
    expect(attempts[0]?.provider).not.toBe(attempts[1]?.provider);
    expect(used?.provider).toBe(attempts[1]?.provider);
  });

  test("each provider gets its own key", async () => {
    const [first, second] = await inOrder();
    first.reply(failure(401));
    second.reply(json(completion()));
    await ask();
    const sentTo = (upstream: FakeUpstream) => upstream.requests[0]?.headers.authorization;
    expect(sentTo(groq)).toBe(`Bearer ${groqKey}`);
    expect(sentTo(it.upstream)).toMatch(/^Bearer sk-canary-/);
  });

  test("that fails five times in a row is passed by for a while, and its requests still answered", async () => {
    const [first, second] = await inOrder();
    first.reply(failure(503));
    second.reply(json(completion("from elsewhere")));
    for (let n = 0; n < 8; n += 1) await ask();
    expect(first.requests.length).toBeLessThanOrEqual(6);
    expect(second.requests).toHaveLength(8);
  });
});
