import type { SessionStore } from "../../../core/ports/session-store";
import { createRouter } from "../../../core/routing/choose";
import type { UsageEvent } from "../../../core/usage/usage-event";
import { createSessions } from "../../../lambdas/gateway/sessions";
import { easy } from "../../core/routing/classified";
import { createMemoryLog } from "../../fakes/memory-log";
import { createMemorySessions } from "../../fakes/memory-session-store";
import { jsonReply, streamReply } from "../../fakes/scripted-upstream";
import { type Counts, chunk, completion, usageChunk } from "../../support/openai-shapes";
import { catalog, type HarnessOptions, noon, readAnswer, startGateway } from "./harness";

type Message = Readonly<Record<string, unknown>>;

const manual = { role: "system", content: "Press the button on the back. ".repeat(300) };
const question = { role: "user", content: "How do I reset it?" };
const first = [manual, question];
const answer = { role: "assistant", content: "Press the button." };
const second = [...first, answer, { role: "user", content: "And which of them?" }];

const tools = [{ type: "function", function: { name: "lookup", parameters: { type: "object" } } }];
const call = { id: "call_1", type: "function", function: { name: "lookup", arguments: "{}" } };
const calling = { role: "assistant", content: null, tool_calls: [call] };
const step = [question, calling, { role: "tool", tool_call_id: "call_1", content: "7" }];

const answered = (counts: Counts = { prompt: 2_200 }) => jsonReply(completion("ok", { counts }));
const toolCall = (() => {
  const body = completion("");
  const [choice] = body.choices;
  return jsonReply({
    ...body,
    choices: [{ ...choice, message: calling, finish_reason: "tool_calls" }],
  });
})();
const streamedToolCall = streamReply(
  [
    chunk({ role: "assistant", tool_calls: [{ index: 0, ...call }] }),
    chunk({}, "tool_calls"),
    usageChunk(),
  ]
    .map((data) => `data: ${JSON.stringify(data)}\n\n`)
    .concat("data: [DONE]\n\n"),
);

/** A store that counts, and can be made to fail or to hang. */
const watchedStore = (inner: SessionStore = createMemorySessions(() => noon)) => {
  const seen = { recalls: 0, remembered: [] as unknown[], fails: false, hangs: false };
  const or = <T>(call: () => Promise<T>): Promise<T> => {
    if (seen.hangs) return new Promise(() => undefined);
    return seen.fails ? Promise.reject(new Error("the store is down")) : call();
  };
  const store: SessionStore = {
    recall(key) {
      seen.recalls += 1;
      return or(() => inner.recall(key));
    },
    remember(key, memory) {
      seen.remembered.push({ key, memory });
      return or(() => inner.remember(key, memory));
    },
  };
  return { store, seen };
};

/** Every turn is as easy: what a conversation stays for is its cache and its tools alone. */
const route = createRouter(catalog, () => easy);

/** A gateway that routes, over a store that is watched; `fresh` is another process over the same store. */
const start = async (
  replies: HarnessOptions["replies"],
  { store, seen } = watchedStore(),
  options: Partial<HarnessOptions> = {},
) => {
  const { log, lines } = createMemoryLog();
  const gateway = await startGateway({
    replies,
    ...options,
    organization: { routingMode: "balanced" },
    deps: { sessions: createSessions(store, log), log, route },
  });
  const send = async (messages: readonly Message[], fields = {}, headers = {}) => {
    const body = { model: "gpt-4o", messages, ...fields };
    const { status, headers: told } = await readAnswer(gateway.ask(body, { headers }));
    const event = gateway.usage.events.at(-1) as UsageEvent;
    return { status, model: told["x-smashcost-model"], why: told["x-smashcost-routing"], event };
  };
  return { ...gateway, send, seen, log: lines };
};

describe("an ordinary request costs nothing", () => {
  test.each([
    { name: "a short single turn", messages: [question], fields: {} },
    { name: "a short conversation", messages: [question, answer, question], fields: {} },
    {
      name: "a short turn with a session name",
      messages: [question],
      headers: "x-smashcost-session",
    },
  ])("$name: no read and no write", async ({ messages, fields, headers }) => {
    const { send, seen } = await start([answered({ prompt: 40 })]);
    const { status, event } = await send(messages, fields, headers ? { [headers]: "s-1" } : {});
    expect(status).toBe(200);
    expect(event.warm).toBeUndefined();
    expect(seen).toMatchObject({ recalls: 0, remembered: [] });
  });

  test("a long first turn: no read, and one write of what is cached since", async () => {
    const { send, seen, ids } = await start([answered()]);
    const { event } = await send(first);
    expect(seen.recalls).toBe(0);
    expect(seen.remembered).toMatchObject([
      {
        key: { organization: ids.organization },
        memory: { offer: `openai/${event.used?.model}`, promptTokens: 2_200, cachedTokens: 2_176 },
      },
    ]);
    expect(JSON.stringify(seen.remembered)).not.toContain("button");
  });
});

describe("a conversation with a warm cache", () => {
  test("stays, and its header and its record say what that is worth", async () => {
    const { send, seen } = await start([answered(), answered({ prompt: 2_300, cached: 2_176 })]);
    const { model } = await send(first);
    const next = await send(second);
    expect(next.model).toBe(model);
    expect(next.why).toContain(`stays on ${model}: its warm cache saves $0.0`);
    expect(next.event.warm).toMatchObject({ offer: `openai/${model}`, cachedTokens: 2_176 });
    const [tier] = catalog.find(`openai/${model}`)?.prices.at(-1)?.tiers ?? [];
    const gain = (tier?.input ?? 0) - (tier?.cacheRead ?? 0);
    expect(next.event.warm?.worth).toBeGreaterThanOrEqual(gain * 1_500);
    // This process answered it itself: nobody had to be asked.
    expect(seen.recalls).toBe(0);
  });

  test("is known to other processes, and one that was away asks again", async () => {
    const watched = watchedStore();
    const one = await start([answered()], watched);
    const { model } = await one.send(first);
    // Another process of the same organization: its harness seeds an organization of its own, so the
    // conversation is copied to that one's name.
    const other = await start([answered()], {
      ...watched,
      store: {
        ...watched.store,
        recall: (key) => watched.store.recall({ ...key, ...lastKey(watched.seen) }),
      },
    });
    const { why } = await other.send(second);
    expect(watched.seen.recalls).toBe(1);
    expect(why).toContain(`stays on ${model}`);
  });

  test("goes by the session's name, and by nothing else where the name differs", async () => {
    const watched = watchedStore();
    const { send, time } = await start([answered()], watched);
    const headers = { "x-smashcost-session": "ticket-99" };
    await send(first, {}, headers);
    time.ms += 1_000;
    expect((await send(second, {}, headers)).event.warm).toBeDefined();
    expect(
      (await send(second, {}, { "x-smashcost-session": "ticket-98" })).event.warm,
    ).toBeUndefined();
  });

  test("is cold once the provider's minutes are over", async () => {
    const { send, time } = await start([answered()]);
    await send(first);
    time.ms += 5 * 60_000;
    expect((await send(second)).event.warm).toBeUndefined();
  });

  test("is not believed in again once the provider's count contradicts it", async () => {
    const { send } = await start([answered()]);
    await send(first);
    const missed = await send(second);
    expect(missed.event.warm?.cachedTokens).toBe(2_176);
    const third = [...second, answer, { role: "user", content: "Thanks." }];
    expect((await send(third)).event.warm).toBeUndefined();
  });
});

describe("within a tool loop", () => {
  test.each([
    { name: "a whole answer", reply: toolCall, fields: {} },
    { name: "a stream", reply: streamedToolCall, fields: { stream: true } },
  ])("the model that called the tool in $name gets its answer", async ({ reply, fields }) => {
    const { send, seen } = await start([reply, answered({ prompt: 60 })]);
    const { model } = await send([question], { tools, ...fields });
    expect(seen.remembered).toHaveLength(1);
    const next = await send(step, { tools });
    expect(next.model).toBe(model);
    expect(next.why).toContain(`stays on ${model} within its tool loop`);
    expect(next.event.warm).toEqual({ offer: `openai/${model}`, cachedTokens: 0, worth: 0 });
  });

  test("a history of tools of which nothing is known is routed as any other", async () => {
    const { send, seen } = await start([answered({ prompt: 60 })]);
    const { status, event } = await send(step, { tools });
    expect({ status, recalls: seen.recalls }).toEqual({ status: 200, recalls: 1 });
    expect(event.warm).toBeUndefined();
  });

  test("where its provider fails, the next candidate takes the step", async () => {
    const broken = jsonReply({ error: { message: "no", code: "server_error" } }, 500);
    const { send } = await start([toolCall, broken, answered({ prompt: 60 })]);
    const { model } = await send([question], { tools });
    const { status, event } = await send(step, { tools });
    expect(status).toBe(200);
    expect(event.attempts.map((attempt) => attempt.model)[0]).toBe(model);
    expect(event.used?.model).not.toBe(model);
  });
});

describe("what the caller decided is untouched", () => {
  test.each([
    { name: "a pinned model", fields: { model: "openai/gpt-4o" }, headers: {} },
    { name: "mode off", fields: {}, headers: { "x-smashcost-routing": "off" } },
  ])("$name: nothing is read, remembered or said", async ({ fields, headers }) => {
    const { send, seen } = await start([answered()]);
    await send(first, fields, headers);
    const { event, why } = await send(second, fields, headers);
    expect(seen).toMatchObject({ recalls: 0, remembered: [] });
    expect(event.warm).toBeUndefined();
    expect(why).not.toContain("stays");
  });
});

describe("the store is only an aid", () => {
  test.each([
    { name: "fails", state: { fails: true } },
    { name: "hangs", state: { hangs: true } },
  ])("where it $name, requests are answered as if nothing were remembered", async ({ state }) => {
    const watched = watchedStore();
    Object.assign(watched.seen, state);
    const { send, log } = await start([answered()], watched);
    const began = Date.now();
    const { status, event } = await send(second);
    expect({ status, outcome: event.outcome }).toEqual({ status: 200, outcome: "ok" });
    expect(watched.seen).toMatchObject({ recalls: 1, remembered: [{}] });
    // A hundred milliseconds for reading, a second after the answer for writing.
    expect(Date.now() - began).toBeLessThan(4_000);
    if ("fails" in state)
      expect(log.map(({ message }) => message)).toContain("session_not_recalled");
  });

  test("a failed request leaves what was remembered as it was", async () => {
    const refusal = jsonReply({ error: { message: "no", code: "invalid" } }, 401);
    const { send, seen } = await start([answered(), refusal]);
    await send(first);
    await send(second);
    expect(seen.remembered).toHaveLength(1);
  });
});

const lastKey = ({ remembered }: { readonly remembered: readonly unknown[] }) =>
  (remembered.at(-1) as { key: { organization: never; session: string } }).key;
