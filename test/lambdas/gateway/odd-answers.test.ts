import { jsonReply, streamReply } from "../../fakes/scripted-upstream";
import { hello, helloStream, readAnswer, startGateway } from "./harness";

const usage = { prompt_tokens: 1_000, completion_tokens: 100 };
const message = { role: "assistant", content: "four score and seven" };
const completion = (more: object = {}) => ({
  choices: [{ index: 0, message, finish_reason: "stop" }],
  usage,
  ...more,
});

const recorded = async (body: object) => {
  const gateway = await startGateway({ replies: [jsonReply(body)] });
  const answer = await readAnswer(gateway.ask(hello));
  return { ...answer, event: gateway.usage.events[0], calls: gateway.calls };
};

describe("an answer at rates that the price list does not hold is unpriced, not wrongly priced", () => {
  test.each([
    { name: "the scale tier", body: completion({ service_tier: "scale" }) },
    {
      name: "a flex tier that the model does not have",
      body: completion({ service_tier: "flex" }),
    },
    {
      name: "audio",
      body: completion({ usage: { ...usage, prompt_tokens_details: { audio_tokens: 5 } } }),
    },
  ])("$name", async ({ body }) => {
    const { headers, event } = await recorded(body);
    expect(headers["x-smashcost-cost"]).toBe("unpriced");
    expect(event).toMatchObject({ cost: null, saved: null, tokens: { freshInput: 1_000 } });
  });

  test("the default tier is the price list's", async () => {
    const { event } = await recorded(completion({ service_tier: "default" }));
    // gpt-4o: 1,000 tokens at $2.50 and 100 at $10 a million.
    expect(event?.cost).toBe(1_000 * 2_500_000 + 100 * 10_000_000);
  });

  test("a tier with a listed multiple is priced by it", async () => {
    const { event } = await recorded(completion({ service_tier: "priority" }));
    // gpt-4o: $4.25 and $17 a million.
    expect(event?.cost).toBe(1_000 * 4_250_000 + 100 * 17_000_000);
  });
});

describe("a field of an odd shape does not hide the answer or its count", () => {
  test.each([
    { name: "reasoning as an object", message: { ...message, reasoning: { steps: [] } } },
    {
      name: "tool arguments as an object",
      message: { ...message, tool_calls: [{ function: { name: "f", arguments: { a: 1 } } }] },
    },
    { name: "content as parts", message: { ...message, content: [{ type: "text", text: "x" }] } },
  ])("$name", async ({ message: odd }) => {
    const { status, event, calls } = await recorded(completion({ choices: [{ message: odd }] }));
    expect(status).toBe(200);
    expect(event).toMatchObject({ tokensFrom: "provider", tokens: { visibleOutput: 100 } });
    expect(calls).toHaveLength(1);
  });

  test("a count that is no count is estimated instead, and the request recorded", async () => {
    const absurd = { prompt_tokens: 9e15, completion_tokens: 1 };
    const { event } = await recorded(completion({ usage: absurd }));
    expect(event).toMatchObject({ tokensFrom: "estimate", outcome: "ok" });
  });

  test("reasoning counted beside the completion, as the total shows, is billed as well", async () => {
    const beside = {
      prompt_tokens: 32,
      completion_tokens: 9,
      total_tokens: 135,
      completion_tokens_details: { reasoning_tokens: 94 },
    };
    const { event } = await recorded(completion({ usage: beside }));
    expect(event?.tokens).toMatchObject({ visibleOutput: 9, reasoningOutput: 94 });
  });
});

describe("a model without a price", () => {
  const pinned = { ...hello, model: "openai/gpt-99-tomorrow" };

  test("is passed on, and its request unpriced", async () => {
    const { ask, usage: queue } = await startGateway({ replies: [jsonReply(completion())] });
    const { headers } = await readAnswer(ask(pinned));
    expect(headers["x-smashcost-cost"]).toBe("unpriced");
    expect(queue.events[0]).toMatchObject({ cost: null });
  });

  test("is refused under a budget, with the way out: it would go round it", async () => {
    const budget = { dailyMicroUsd: 5_000_000 };
    const gateway = await startGateway({ replies: [jsonReply(completion())], key: { budget } });
    const { status, text } = await readAnswer(gateway.ask(pinned));
    expect(status).toBe(402);
    expect(JSON.parse(text).error).toMatchObject({ code: "unpriced_under_budget" });
    expect(text).toContain("set a price");
    expect(gateway.calls).toHaveLength(0);
  });
});

describe("a stream of several answers", () => {
  const end = (index: number) =>
    `data: ${JSON.stringify({ choices: [{ index, delta: {}, finish_reason: "stop" }] })}\n\n`;

  test.each([
    { name: "is whole once all have ended", pieces: [end(0), end(1)], outcome: "ok" },
    { name: "is not whole while one has not", pieces: [end(0)], outcome: "error" },
  ])("$name", async ({ pieces, outcome }) => {
    const gateway = await startGateway({ replies: [streamReply(pieces)] });
    const { text } = await readAnswer(gateway.ask({ ...helloStream, n: 2 }));
    expect(text.includes("[DONE]")).toBe(outcome === "ok");
    expect(gateway.usage.events).toMatchObject([{ outcome }]);
  });
});

describe("a redirect, which is not followed, is no answer to pass on", () => {
  test.each([
    { name: "in the caller's format", body: { error: { message: "moved", code: "moved" } } },
    { name: "of no format", body: { location: "elsewhere" } },
  ])("$name", async ({ body }) => {
    const moved = jsonReply(body, 307, { location: "https://example.com/" });
    const gateway = await startGateway({ replies: [moved] });
    const { status, headers } = await readAnswer(gateway.ask(hello));
    expect(status).toBe(502);
    expect(headers).not.toHaveProperty("location");
    expect(gateway.usage.events[0]).toMatchObject({ status: 502, outcome: "error" });
    expect(gateway.usage.events[0]?.attempts[0]).toMatchObject({ status: 307 });
  });
});
