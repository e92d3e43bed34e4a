import { type FakeUpstream, startFakeUpstream } from "./fake-upstream";
import { chunk, completion, errorEvent, streamedText } from "./openai-shapes";
import {
  after,
  event,
  failure,
  hang,
  html,
  json,
  reset,
  resetAfterBytes,
  resetAtOnce,
  silence,
  stream,
  wait,
} from "./upstream-answers";

let upstream: FakeUpstream;
beforeAll(async () => {
  upstream = await startFakeUpstream();
});
beforeEach(() => upstream.forget());
afterAll(() => upstream.close());

const ask = (signal?: AbortSignal) =>
  fetch(`${upstream.baseUrl}/chat/completions`, { method: "POST", body: '{"n":1}', signal });

describe("the fake upstream", () => {
  test("records what was asked", async () => {
    upstream.reply(json(completion()));
    await ask();
    const request = await upstream.received(1);
    expect(request).toMatchObject({ method: "POST", path: "/v1/chat/completions", body: { n: 1 } });
    expect(request.aborted).toBe(false);
  });

  test("answers in order, and its last answer for ever", async () => {
    upstream.reply(failure(429, { code: "rate_limit" }, { "retry-after": "2" }), html());
    const [first, second, third] = [await ask(), await ask(), await ask()];
    expect([first.status, first.headers.get("retry-after")]).toEqual([429, "2"]);
    expect([await second.text(), await third.text()].every((text) => text.includes("<html>"))).toBe(
      true,
    );
  });

  test("streams events with pauses, errors among them", async () => {
    upstream.reply(stream([event(chunk({ content: "a" })), wait(5), errorEvent("broke")]));
    const text = await (await ask()).text();
    expect(text).toMatch(/"content":"a".*\n\ndata: {"error":{"message":"broke"/s);
  });

  test("ends a whole stream with usage and [DONE]", async () => {
    upstream.reply(stream(streamedText(["x"], { counts: { prompt: 7, cached: 3 } })));
    const text = await (await ask()).text();
    expect(text).toMatch(/"choices":\[\],"usage":{"prompt_tokens":7.*\[DONE\]\n\n$/s);
  });

  test.each([
    { name: "before the first byte", answer: resetAtOnce() },
    { name: "after some bytes of JSON", answer: resetAfterBytes(JSON.stringify(completion()), 20) },
    { name: "in the middle of a stream", answer: stream([event(chunk({ content: "a" })), reset]) },
  ])("resets the connection $name, which is not the caller's leaving", async ({ answer }) => {
    upstream.reply(answer);
    await expect(ask().then((got) => got.text())).rejects.toThrow();
    expect((await upstream.received(1)).aborted).toBe(false);
  });

  test.each([
    { name: "before the first byte", answer: hang() },
    { name: "while a late answer is due", answer: after(60_000, json({})) },
    { name: "in a silent stream", answer: stream([event(chunk({ content: "a" })), silence]) },
  ])("tells that the caller left $name", async ({ answer }) => {
    upstream.reply(answer);
    const caller = new AbortController();
    const asked = ask(caller.signal).then((got) => got.text());
    asked.catch(() => undefined);
    const request = await upstream.received(1);
    caller.abort();
    await request.whenAborted;
    expect(request.aborted).toBe(true);
  });
});
