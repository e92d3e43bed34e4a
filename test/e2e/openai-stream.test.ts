import type OpenAI from "openai";
import { chunk, completion, streamedText, usageChunk } from "../support/openai-shapes";
import { done, event, hang, json, raw, silence, stream } from "../support/upstream-answers";
import { startUpstreamProduct, type UpstreamProduct } from "../support/upstream-product";

const messages = [{ role: "user" as const, content: "Say hello in one sentence." }];

let it: UpstreamProduct;
beforeAll(async () => {
  it = await startUpstreamProduct();
}, 60_000);
beforeEach(() => it.upstream.forget());
afterAll(() => it.dispose());

type Chunk = OpenAI.ChatCompletionChunk;

const collect = async (chunks: AsyncIterable<Chunk>): Promise<Chunk[]> => {
  const all: Chunk[] = [];
  for await (const one of chunks) all.push(one);
  return all;
};

const textOf = (chunks: readonly Chunk[]) =>
  chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("");

describe("a streamed answer", () => {
  test.each([
    { name: "the sandbox", model: "sandbox/sandbox-small", says: /canned answer/ },
    { name: "a provider", model: "openai/gpt-4o", says: /^hello there$/ },
  ])("of $name comes piece by piece to the stock client", async ({ model, says }) => {
    it.upstream.reply(stream(streamedText()));
    const { data, response } = await it.client.chat.completions
      .create({ model, messages, stream: true })
      .withResponse();
    const chunks = await collect(data);
    expect(textOf(chunks)).toMatch(says);
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe("stop");
    expect(response.headers.get("x-smashcost-model")).toBe(model.split("/")[1]);
    // What it cost is known only after its last byte.
    expect(response.headers.get("x-smashcost-cost")).toBeNull();
  });

  test.each([
    { name: "asked for it", options: { include_usage: true }, shown: true },
    { name: "said no", options: { include_usage: false }, shown: false },
    { name: "did not ask", options: undefined, shown: false },
  ])(
    "usage is counted for every caller and shown to one who $name: $shown",
    async ({ options, shown }) => {
      it.upstream.reply(stream(streamedText(["a"], { counts: { prompt: 40, completion: 2 } })));
      const { data, response } = await it.client.chat.completions
        .create({
          model: "openai/gpt-4o",
          messages,
          stream: true,
          ...(options && { stream_options: options }),
        })
        .withResponse();
      const chunks = await collect(data);
      expect(chunks.some(({ usage }) => usage?.prompt_tokens === 40)).toBe(shown);
      expect(chunks.some(({ choices }) => choices.length === 0)).toBe(shown);
      expect((await it.upstream.received(1)).body).toMatchObject({
        stream_options: { include_usage: true },
      });
      const record = await it.recordOf(response);
      expect(record).toMatchObject({ outcome: "ok", streamed: true, tokensFrom: "provider" });
      expect(record.cost).toBe(40 * 2_500_000 + 2 * 10_000_000);
    },
  );

  test("is passed on byte for byte, but for the count nobody asked for", async () => {
    const usageEvent = event(usageChunk());
    const steps = [
      raw('data:  {"choices":[{"index":0,"delta":{"content":"spac\\u00e9d" } }], "x":1}\r\n\r\n'),
      raw('event: x\ndata: {"choices":[],"prompt_filter_results":[]}\n\n'),
      event({ ...chunk({ content: "\u{1f600}" }), x_new: { seed: 1 } }),
      event(chunk({}, "stop")),
      usageEvent,
      done,
    ];
    it.upstream.reply(stream(steps));
    const ask = async (extra: string) => {
      const body = `{"model":"openai/gpt-4o","messages":[{"role":"user","content":"hi"}],"stream":true${extra}}`;
      return (await it.product.post("/chat/completions", body)).text();
    };
    const written = (among: typeof steps) =>
      among.map((step) => ("write" in step ? step.write : "")).join("");
    expect(await ask("")).toBe(written(steps.filter((step) => step !== usageEvent)));
    expect(await ask(',"stream_options":{"include_usage":true}')).toBe(written(steps));
  });

  test("the request's bytes stay, but for the model and the wish for a count", async () => {
    it.upstream.reply(stream(streamedText()));
    const body =
      '{"model": "openai/gpt-4o",  "stream": true, "messages":[{"role":"user","content":"hi"}]}';
    await (await it.product.post("/chat/completions", body)).text();
    expect((await it.upstream.received(1)).bodyText).toBe(
      '{"model": "gpt-4o",  "stream": true, "messages":[{"role":"user","content":"hi"}],"stream_options":{"include_usage":true}}',
    );
  });

  test("that is long comes whole, though its reader is slow", async () => {
    const pieces = Array.from({ length: 4_000 }, (_, n) => ` ${n}: zw\u00f6lf \u{1f600}`.repeat(8));
    it.upstream.reply(stream(streamedText(pieces)));
    const data = await it.client.chat.completions.create({
      model: "openai/gpt-4o",
      messages,
      stream: true,
    });
    let text = "";
    for await (const { choices } of data) {
      // Now and then the reader has other things to do, so that the bytes pile up on their way.
      if (text.length % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
      text += choices[0]?.delta.content ?? "";
    }
    expect(text === pieces.join("")).toBe(true);
  });

  test("a provider that never counts is billed by an estimate", async () => {
    it.upstream.reply(stream(streamedText(["some", " words"], { withUsage: false })));
    const { data, response } = await it.client.chat.completions
      .create({ model: "openai/gpt-4o", messages, stream: true })
      .withResponse();
    expect(textOf(await collect(data))).toBe("some words");
    const record = await it.recordOf(response);
    expect(record).toMatchObject({ outcome: "ok", tokensFrom: "estimate" });
    expect(record.tokens.visibleOutput).toBeGreaterThan(0);
  });
});

describe("a caller who leaves", () => {
  test("in the middle of a stream: upstream hears within 500 ms, the row has an estimate", async () => {
    it.upstream.reply(stream([event(chunk({ content: "once upon a time" })), silence]));
    const { data, response } = await it.client.chat.completions
      .create({ model: "openai/gpt-4o", messages, stream: true })
      .withResponse();
    for await (const one of data) {
      expect(textOf([one])).toBe("once upon a time");
      break;
    }
    const left = Date.now();
    data.controller.abort();
    await (await it.upstream.received(1)).whenAborted;
    expect(Date.now() - left).toBeLessThan(500);
    const record = await it.recordOf(response);
    expect(record).toMatchObject({ outcome: "cancelled", status: 499, tokensFrom: "estimate" });
    expect(record.attempts).toMatchObject([{ outcome: "cancelled", errorCode: "client_left" }]);
    expect(record.tokens.freshInput).toBeGreaterThan(0);
    expect(record.tokens.visibleOutput).toBeGreaterThan(0);
    expect(record.cost).toBeGreaterThan(0);
  });

  test.each([
    { name: "before the first token of a stream", stream: true },
    { name: "before a whole answer", stream: false },
  ])(
    "$name: upstream hears within 500 ms, the row says cancelled",
    async ({ stream: streamed }) => {
      it.upstream.reply(hang());
      const before = (await it.records.rows()).length;
      const caller = new AbortController();
      const asked = it.client.chat.completions.create(
        { model: "openai/gpt-4o", messages, stream: streamed },
        { signal: caller.signal },
      );
      asked.catch(() => undefined);
      const received = await it.upstream.received(1);
      const left = Date.now();
      caller.abort();
      await received.whenAborted;
      expect(Date.now() - left).toBeLessThan(500);
      await expect(asked).rejects.toThrow(/abort/i);
      expect(await it.nextRecord(before)).toMatchObject({ outcome: "cancelled", status: 499 });
    },
  );

  test("while the gateway waits to ask again: cancelled as well, and asked no more", async () => {
    it.upstream.reply(json({ error: { message: "busy" } }, 503, { "retry-after": "3" }));
    const before = (await it.records.rows()).length;
    const caller = new AbortController();
    const asked = it.client.chat.completions.create(
      { model: "openai/gpt-4o", messages },
      { signal: caller.signal },
    );
    asked.catch(() => undefined);
    await it.upstream.received(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    caller.abort();
    // The provider had refused: nothing was consumed.
    const none = { outcome: "cancelled", status: 499, tokensFrom: "none", cost: 0 };
    expect(await it.nextRecord(before)).toMatchObject(none);
    expect(it.upstream.requests).toHaveLength(1);
    it.upstream.reply(json(completion()));
    await it.client.chat.completions.create({ model: "openai/gpt-4o", messages });
  });
});
