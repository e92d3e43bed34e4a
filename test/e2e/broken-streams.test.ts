import OpenAI from "openai";
import { chunk, errorEvent } from "../support/openai-shapes";
import { event, reset, type Step, silence, stream, wait } from "../support/upstream-answers";
import { startUpstreamProduct, type UpstreamProduct } from "../support/upstream-product";

const messages = [{ role: "user" as const, content: "Say hello in one sentence." }];

let it: UpstreamProduct;
beforeAll(async () => {
  it = await startUpstreamProduct({
    SMASHCOST_TIMEOUT_FIRST_TOKEN_MS: "5000",
    SMASHCOST_TIMEOUT_SILENCE_MS: "1000",
    SMASHCOST_TIMEOUT_TOTAL_MS: "5000",
  });
}, 60_000);
afterAll(() => it.dispose());

const begun = [event(chunk({ role: "assistant" })), event(chunk({ content: "once upon " }))];
const drip: readonly Step[] = Array.from({ length: 40 }, () => [
  wait(200),
  event(chunk({ content: "and on " })),
]).flat();

/** Reads a stream to its end, which must be an error. */
const readBroken = async (steps: readonly Step[]) => {
  it.upstream.forget();
  it.upstream.reply(stream([...begun, ...steps]));
  const { data, response } = await it.client.chat.completions
    .create({ model: "openai/gpt-4o", messages, stream: true })
    .withResponse();
  let text = "";
  let error: unknown;
  try {
    for await (const { choices } of data) text += choices[0]?.delta.content ?? "";
  } catch (thrown) {
    error = thrown;
  }
  return { text, error, record: await it.recordOf(response) };
};

describe("a stream that breaks off after its first word", () => {
  test.each([
    {
      name: "a reset connection",
      steps: [reset],
      outcome: "error",
      attempt: "interrupted",
      code: /^[a-zA-Z_]+$/,
    },
    {
      name: "an end before the answer is whole",
      steps: [],
      outcome: "error",
      attempt: "interrupted",
      code: /^connection_lost$/,
    },
    {
      name: "silence",
      steps: [silence],
      outcome: "timeout",
      attempt: "timeout",
      code: /^timeout_silence$/,
    },
    {
      name: "a time limit on the whole",
      steps: drip,
      outcome: "timeout",
      attempt: "timeout",
      code: /^timeout_total$/,
    },
  ])("by $name makes the client throw, and the row says so", async (broken) => {
    const { text, error, record } = await readBroken(broken.steps);
    expect(text).toMatch(/^once upon /);
    expect(error).toBeInstanceOf(OpenAI.APIError);
    expect(error).toMatchObject({ type: "server_error", code: expect.stringMatching(broken.code) });
    expect(record).toMatchObject({
      outcome: broken.outcome,
      status: 200,
      errorCode: expect.stringMatching(broken.code),
      tokensFrom: "estimate",
      attempts: [{ outcome: broken.attempt, errorCode: expect.stringMatching(broken.code) }],
    });
    expect(record.tokens.visibleOutput).toBeGreaterThan(0);
    expect(record.cost).toBeGreaterThan(0);
  });

  test("by the provider's own error event: its words reach the caller", async () => {
    const { error, record } = await readBroken([wait(50), errorEvent("we broke down", "overload")]);
    expect(error).toBeInstanceOf(OpenAI.APIError);
    expect(error).toMatchObject({ message: expect.stringContaining("we broke down") });
    expect(record).toMatchObject({ outcome: "error", errorCode: "overload", status: 200 });
    expect(record.attempts).toMatchObject([{ outcome: "interrupted", errorCode: "overload" }]);
  });

  test("is not asked for again: no word comes twice", async () => {
    await readBroken([reset]);
    expect(it.upstream.requests).toHaveLength(1);
  });

  test("leaves nothing open at the provider", async () => {
    await readBroken([silence]);
    const request = await it.upstream.received(1);
    await request.whenAborted;
    expect(request.aborted).toBe(true);
  });
});
