import { setTimeout as wait } from "node:timers/promises";
import { hangingReply, type Reply, refusalReply, streamReply } from "../../fakes/scripted-upstream";
import { helloStream, readAnswer, startGateway } from "./harness";

const heartbeatMs = 20;
const end = 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n';
const comments = /^(: [^\n]*\n\n)+/;

/** A gateway whose heartbeats are near, and a provider that takes its time. */
const start = (
  reply: Reply,
  timeouts = { firstTokenMs: 5_000, silenceMs: 5_000, totalMs: 60_000 },
) =>
  startGateway({
    replies: [reply],
    deps: { heartbeatMs, timeouts, sleep: () => Promise.resolve() },
  });

const late =
  (delayMs: number, reply: Reply): Reply =>
  async (call, signal) => {
    await wait(delayMs);
    signal.throwIfAborted();
    return reply(call, signal);
  };

describe("while the first token is waited for", () => {
  test("comments are sent, and then the stream", async () => {
    const { ask, usage } = await start(late(90, streamReply([end])));
    const { status, text, headers } = await readAnswer(ask(helloStream));
    expect(status).toBe(200);
    expect(headers["content-type"]).toContain("text/event-stream");
    expect(text).toMatch(comments);
    expect(text.replace(comments, "")).toBe(end);
    expect(usage.events).toMatchObject([{ outcome: "ok" }]);
  });

  test("the head goes out with the first heartbeat, and names the request and the model", async () => {
    const { ask } = await start(late(200, streamReply([end])));
    const begun = Date.now();
    const answer = await ask(helloStream);
    expect(Date.now() - begun).toBeLessThan(150);
    expect(answer.headers).toMatchObject({
      "x-smashcost-model": "gpt-4o",
      "x-smashcost-request-id": expect.stringMatching(/^req_/),
    });
    await readAnswer(answer);
  });

  test("a stream that begins in time has no comment", async () => {
    const { ask } = await start(streamReply([end]));
    expect((await readAnswer(ask(helloStream))).text).toBe(end);
  });

  test("a failure before the first heartbeat keeps its status", async () => {
    const { ask } = await start(refusalReply(400, "invalid_value"));
    expect((await readAnswer(ask(helloStream))).status).toBe(400);
  });

  test("a failure after it is an error event, as the status has gone out", async () => {
    const { ask, usage } = await start(late(60, refusalReply(400, "invalid_value")));
    const { status, text } = await readAnswer(ask(helloStream));
    expect(status).toBe(200);
    const [event] = text.replace(comments, "").split("\n\n");
    expect(JSON.parse((event ?? "").slice("data: ".length))).toHaveProperty("error.code");
    expect(text).not.toContain("[DONE]");
    expect(usage.events).toMatchObject([{ outcome: "error", status: 200 }]);
  });

  test("a first token that never comes is a timeout", async () => {
    const timeouts = { firstTokenMs: 70, silenceMs: 5_000, totalMs: 60_000 };
    const { ask, usage } = await start(hangingReply, timeouts);
    const { text } = await readAnswer(ask(helloStream));
    expect(text).toContain("timeout_first_token");
    expect(usage.events).toMatchObject([{ outcome: "timeout" }]);
  });
});

describe("a caller who leaves at a heartbeat", () => {
  test.each([
    { name: "while the provider is silent", reply: hangingReply },
    { name: "just before the provider answers", reply: late(60, streamReply([end])) },
  ])("is recorded as such $name", async ({ reply }) => {
    const { ask, usage } = await start(reply);
    const caller = new AbortController();
    const { body, settled } = await ask(helloStream, { signal: caller.signal });
    for await (const piece of body as AsyncIterable<Uint8Array>) {
      expect(Buffer.from(piece).toString()).toMatch(comments);
      caller.abort();
      break;
    }
    await settled;
    expect(usage.events).toMatchObject([{ outcome: "cancelled", status: 499 }]);
  });
});

describe("within a stream", () => {
  const role = 'data: {"choices":[{"delta":{"role":"assistant"},"finish_reason":null}]}\n\n';

  test("a silence is bridged with comments, as a model that thinks says nothing for long", async () => {
    // It begins with the answer, however long the gateway takes to start.
    const { ask, usage } = await start((call, signal) => {
      const silence = new Promise((resolve) => setTimeout(resolve, 90));
      return streamReply([role, silence, end])(call, signal);
    });
    const { text } = await readAnswer(ask(helloStream));
    expect(text).toContain(`${role}: `);
    expect(text.replace(/^: .*\n\n/gm, "")).toBe(role + end);
    expect(usage.events).toMatchObject([{ outcome: "ok" }]);
  });

  test("the provider's own comments pass, and are no beginning: another model can still be asked", async () => {
    const busy = ": PROCESSING\n\n";
    const passed = await start(streamReply([role, busy, end]));
    expect((await readAnswer(passed.ask(helloStream))).text).toBe(role + busy + end);
    const { ask, usage } = await startGateway({
      replies: [streamReply([busy, new Error("cut")]), streamReply([role, end])],
    });
    expect((await readAnswer(ask(helloStream))).text).toBe(role + end);
    expect(usage.events[0]?.attempts).toHaveLength(2);
  });
});
