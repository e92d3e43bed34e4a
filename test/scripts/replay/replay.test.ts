import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type ReplayWorld, replay } from "../../../scripts/replay/replay";
import { type FakeUpstream, startFakeUpstream } from "../../support/fake-upstream";
import { chunk, completion, errorEvent, streamedText } from "../../support/openai-shapes";
import { event, failure, html, json, resetAtOnce, stream } from "../../support/upstream-answers";

let gateway: FakeUpstream;
let dir: string;
beforeAll(async () => {
  gateway = await startFakeUpstream();
});
beforeEach(() => {
  gateway.forget();
  dir = mkdtempSync(join(tmpdir(), "replay-"));
  const local = { url: "http://x", gatewayUrl: gateway.baseUrl, apiKey: "sk-sc-test", pid: 1 };
  writeFileSync(join(dir, "local.json"), JSON.stringify(local));
});
afterEach(() => rmSync(dir, { recursive: true }));
afterAll(() => gateway.close());

const headers = (task: string, model: string, cost?: string, saved?: string) => ({
  "x-smashcost-task": task,
  "x-smashcost-provider": "sandbox",
  "x-smashcost-model": model,
  ...(cost !== undefined && { "x-smashcost-cost": cost }),
  ...(saved !== undefined && { "x-smashcost-saved": saved }),
});

const answered = (...told: Parameters<typeof headers>) =>
  json(completion("ok", { counts: { prompt: 1_000, completion: 20 } }), 200, headers(...told));

/** Writes a file of these lines, and replays it. */
const run = async (
  lines: readonly unknown[],
  args: string[] = [],
  world: Partial<ReplayWorld> = {},
) => {
  const file = join(dir, "prompts.jsonl");
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  writeFileSync(file, text.join("\n"));
  return runWith([file, "--data-dir", dir, "--concurrency", "1", ...args], world);
};

const runWith = async (args: readonly string[], world: Partial<ReplayWorld> = {}) => {
  const said = { printed: "", complained: "", steps: 0 };
  const code = await replay({
    args,
    env: {},
    fetch,
    signal: new AbortController().signal,
    print: (text) => {
      said.printed += text;
    },
    complain: (text) => {
      said.complained += text;
    },
    progress: () => ({ step: () => (said.steps += 1), stop: () => undefined }),
    ...world,
  });
  return { code, ...said };
};

const lines = (text: string) => text.split("\n").map((line) => line.trim().split(/ {2,}/));

describe("a replay", () => {
  test("sends each prompt with the key, the mode and the model", async () => {
    gateway.reply(answered("chat", "small", "0.000001", "0.000002"));
    const { code, steps } = await run(
      [{ prompt: "one", turn2: "unasked" }, "", { prompt: "two", scores: {} }],
      ["--mode", "cost", "--model", "gpt-4o-mini", "--max-tokens", "9"],
    );
    expect(code).toBe(0);
    expect(steps).toBe(2);
    expect(gateway.requests.map(({ body }) => body)).toEqual(
      ["one", "two"].map((content) => ({
        model: "gpt-4o-mini",
        messages: [{ role: "user", content }],
        max_tokens: 9,
      })),
    );
    expect(gateway.requests[0]).toMatchObject({
      path: "/v1/chat/completions",
      headers: { authorization: "Bearer sk-sc-test", "x-smashcost-routing": "cost" },
    });
  });

  test("sums costs exactly, by task and in total", async () => {
    gateway.reply(
      answered("code", "small", "0.100000000001", "0.900000000000"),
      answered("code", "coder", "0.200000000002", "0.800000000000"),
      answered("math", "small", "1.500000000000", "-0.500000000000"),
    );
    const { printed } = await run([{ prompt: "a" }, { prompt: "b" }, { prompt: "c" }]);
    const table = lines(printed);
    expect(table).toContainEqual([
      ...["code", "2", "2,000", "40", "$0.30", "$2.00", "$1.70 (85.0%)"],
      "sandbox/coder ×1, sandbox/small ×1",
    ]);
    expect(table).toContainEqual([
      ...["math", "1", "1,000", "20", "$1.50", "$1.00", "−$0.50 (-50.0%)", "sandbox/small ×1"],
    ]);
    expect(table).toContainEqual([
      ...["total", "3", "3,000", "60", "$1.80", "$3.00", "$1.20 (40.0%)"],
      "sandbox/small ×2, sandbox/coder ×1",
    ]);
  });

  test("tells unpriced costs and unknown savings, and adds nothing for them", async () => {
    gateway.reply(
      answered("chat", "small", "0.01", "0.02"),
      answered("chat", "odd", "unpriced", "unknown"),
      answered("code", "odd", "unpriced", "unknown"),
    );
    const table = lines((await run([{ prompt: "a" }, { prompt: "b" }, { prompt: "c" }])).printed);
    expect(table.find(([task]) => task === "chat")?.slice(4, 7)).toEqual([
      ...["$0.01 (+1 unpriced)", "$0.03 (+1 —)", "$0.02 (+1 —)"],
    ]);
    expect(table.find(([task]) => task === "code")?.slice(4, 7)).toEqual(["unpriced", "—", "—"]);
  });

  test("reads gzip by its content, and only as many lines as asked", async () => {
    gateway.reply(answered("chat", "small", "0.01", "0"));
    const file = join(dir, "no-ending");
    writeFileSync(file, gzipSync('{"prompt":"a"}\n{"prompt":"b"}\n{"prompt":"c"}\n'));
    const { code, steps } = await runWith([file, "--data-dir", dir, "--limit", "2"]);
    expect([code, steps, gateway.requests.length]).toEqual([0, 2, 2]);
  });

  test("keeps as many requests in flight as asked, and no more", async () => {
    let open = 0;
    let most = 0;
    gateway.replyBy(() => async (exchange) => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setTimeout(resolve, 20));
      open -= 1;
      await answered("chat", "small", "0.01", "0")(exchange);
    });
    const prompts = Array.from({ length: 12 }, (_, n) => ({ prompt: `p${n}` }));
    expect((await run(prompts, ["--concurrency", "3"])).code).toBe(0);
    expect(most).toBe(3);
  });

  test("sends the second turn after the first answer where asked to", async () => {
    gateway.reply(answered("writing", "small", "0.01", "0"));
    const { printed } = await run([{ prompt: "a", turn2: "b" }], ["--turns"]);
    expect(gateway.requests.map(({ body }) => body)).toMatchObject([
      { messages: [{ content: "a" }] },
      { messages: [{ content: "a" }, { role: "assistant", content: "ok" }, { content: "b" }] },
    ]);
    expect(lines(printed).find(([task]) => task === "total")?.[1]).toBe("2");
  });

  test("counts streamed tokens and says where their costs are", async () => {
    const counts = { prompt: 70, completion: 8 };
    gateway.reply(stream(streamedText(["o", "k"], { counts }), headers("chat", "small")));
    const { code, printed } = await run([{ prompt: "a" }], ["--stream"]);
    expect(code).toBe(0);
    expect(gateway.requests[0]?.body).toMatchObject({
      stream: true,
      stream_options: { include_usage: true },
    });
    expect(lines(printed)).toContainEqual(["total", "1", "70", "8", "sandbox/small ×1"]);
    expect(printed).toContain("in the records");
    expect(printed).not.toContain("Saved");
  });
});

describe("what fails in a replay", () => {
  const streamed = (...steps: Parameters<typeof stream>[0]) => stream(steps, headers("chat", "m"));

  test.each([
    {
      name: "an error of the gateway",
      answer: failure(402, { message: "budget spent" }),
      reason: "status 402: budget spent",
    },
    {
      name: "a status without a message",
      answer: html("oops", 502),
      reason: "status 502: with no message",
    },
    { name: "a reset connection", answer: resetAtOnce(), reason: "can't reach http" },
    { name: "HTML in the place of an answer", answer: html(), reason: "not a chat completion" },
    { name: "an answer of something else", answer: json(completion()), reason: "is no SmashCost" },
    {
      name: "an error in a stream",
      args: ["--stream"],
      answer: streamed(event(chunk({ content: "a" })), errorEvent("broke")),
      reason: "the stream failed: broke",
    },
    {
      name: "a stream without an end",
      args: ["--stream"],
      answer: streamed(event(chunk({ content: "a" }))),
      reason: "broke off",
    },
    {
      name: "a stream without usage",
      args: ["--stream"],
      answer: streamed(...streamedText(["a"], { withUsage: false })),
      reason: "no usage",
    },
  ])(
    "is listed with its line and reason, and the exit code is 1: $name",
    async ({ answer, reason, args }) => {
      gateway.replyBy(({ bodyText }) =>
        bodyText.includes("good") ? answered("chat", "small", "0.01", "0") : answer,
      );
      const { code, printed } = await run([{ prompt: "bad" }, "", { prompt: "bad" }], args);
      expect(code).toBe(1);
      expect(printed).toContain("2 failed:");
      expect(printed).toMatch(/ {2}lines 1, 3: /);
      expect(printed).toContain(reason);
    },
  );

  test("does not stop the other lines", async () => {
    gateway.reply(answered("chat", "small", "0.01", "0"));
    const { code, printed } = await run(["{", { prompt: "good" }, { text: "no prompt" }]);
    expect(code).toBe(1);
    expect(lines(printed).find(([task]) => task === "total")?.[1]).toBe("1");
    expect(printed).toContain("line 1: the line is not JSON");
    expect(printed).toContain('line 3: the line has no text under "prompt"');
  });

  test("is not what was left unsent when the user stops", async () => {
    const stopped = new AbortController();
    gateway.replyBy(() => (exchange) => {
      stopped.abort();
      return answered("chat", "small", "0.01", "0")(exchange);
    });
    const { code, printed } = await run([{ prompt: "a" }, { prompt: "b" }, { prompt: "c" }], [], {
      signal: stopped.signal,
    });
    expect([code, gateway.requests.length]).toEqual([1, 1]);
    expect(printed).toContain("1 failed:\n  line 1: stopped");
  });
});
