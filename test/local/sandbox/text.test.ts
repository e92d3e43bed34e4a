import fc from "fast-check";
import { piecesOf } from "../../../local/sandbox/tokens";
import { ask, type ServedSandbox, serveSandbox } from "./serve-sandbox";

let sandbox: ServedSandbox;
beforeAll(async () => {
  sandbox = await serveSandbox();
});
afterAll(() => sandbox.close());

const create = (more: object = {}, model = "sandbox-medium") =>
  sandbox.client.chat.completions.create({ model, messages: ask("hello"), ...more, stream: false });

describe("a text answer", () => {
  test("says plainly that it is canned, and counts its tokens", async () => {
    const answer = await create();
    expect(answer.choices[0]?.message.content).toMatch(
      /^This is a canned answer from SmashCost's sandbox \(sandbox-medium\)\. .{100,}/,
    );
    expect(answer.choices[0]?.finish_reason).toBe("stop");
    const { usage } = answer;
    expect(usage?.completion_tokens).toBe(
      piecesOf(answer.choices[0]?.message.content ?? "").length,
    );
    expect(usage?.total_tokens).toBe(
      Number(usage?.prompt_tokens) + Number(usage?.completion_tokens),
    );
  });

  test("is the same for the same request, and another for another seed", async () => {
    const texts = await Promise.all(
      [{}, {}, { seed: 7 }].map(async (more) => (await create(more)).choices[0]?.message.content),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toBe(texts[2]);
  });

  test("is longer from a stronger model", async () => {
    const [tiny, large] = await Promise.all([
      create({}, "sandbox-tiny"),
      create({}, "sandbox-large"),
    ]);
    expect(large.usage?.completion_tokens).toBeGreaterThan(
      tiny.usage?.completion_tokens ?? Infinity,
    );
  });

  test.each(["max_tokens", "max_completion_tokens"])("ends after %s", async (limit) => {
    const answer = await create({ [limit]: 4 });
    expect(answer.choices[0]?.message.content).toBe("This is a canned");
    expect(answer.choices[0]?.finish_reason).toBe("length");
    expect(answer.usage?.completion_tokens).toBe(4);
  });

  test.each([
    { stop: " canned", text: "This is a" },
    { stop: ["never said", " answer", " from"], text: "This is a canned" },
  ])("ends before the stop sequence of $stop", async ({ stop, text }) => {
    const answer = await create({ stop });
    expect(answer.choices[0]?.message.content).toBe(text);
    expect(answer.choices[0]?.finish_reason).toBe("stop");
  });

  test("comes n times, each different and all counted", async () => {
    const answer = await create({ n: 3 });
    const texts = answer.choices.map((choice) => choice.message.content ?? "");
    expect(new Set(texts).size).toBe(3);
    expect(answer.usage?.completion_tokens).toBe(texts.flatMap(piecesOf).length);
  });

  test("carries logprobs, the chosen token at the head of the likeliest", async () => {
    const answer = await create({ logprobs: true, top_logprobs: 3, max_tokens: 5 });
    const tokens = answer.choices[0]?.logprobs?.content ?? [];
    expect(tokens).toHaveLength(5);
    expect(tokens.map(({ token }) => token).join("")).toBe(answer.choices[0]?.message.content);
    for (const { token, logprob, bytes, top_logprobs } of tokens) {
      expect(Buffer.from(bytes ?? []).toString()).toBe(token);
      expect(top_logprobs).toHaveLength(3);
      expect(top_logprobs[0]).toMatchObject({ token, logprob });
      expect(Math.max(...top_logprobs.map((top) => top.logprob))).toBe(logprob);
    }
  });

  test("is thought over by the reasoning model, within its limit", async () => {
    const free = (await create({}, "sandbox-reasoner")).usage;
    const thought = free?.completion_tokens_details?.reasoning_tokens ?? 0;
    expect(thought).toBeGreaterThanOrEqual(64);
    expect(free?.completion_tokens).toBeGreaterThan(thought);
    const short = await create({ max_completion_tokens: 10 }, "sandbox-reasoner");
    expect(short.usage?.completion_tokens_details?.reasoning_tokens).toBe(10);
    expect(short.choices[0]).toMatchObject({ finish_reason: "length", message: { content: "" } });
  });
});

describe("the prompt cache", () => {
  const long = "a sentence that is said again and again. ".repeat(200);
  const cached = async (content: string, model = "sandbox-small") =>
    (await create({ messages: ask(content) }, model)).usage?.prompt_tokens_details?.cached_tokens ??
    -1;

  test("counts a long prompt's beginning as cached when it comes again within ten minutes", async () => {
    expect(await cached(`${long} first`)).toBe(0);
    const hit = await cached(`${long} second`);
    expect(hit).toBeGreaterThanOrEqual(1_024);
    expect(hit % 128).toBe(0);
    expect(await cached(`${long} first`, "sandbox-medium")).toBe(0);
    sandbox.pass(11 * 60_000);
    expect(await cached(`${long} third`)).toBe(0);
  });

  test("leaves short prompts alone", async () => {
    await cached("short");
    expect(await cached("short")).toBe(0);
  });
});

test("pieces joined are the text, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(piecesOf(text).join("")).toBe(text);
    }),
  );
});
