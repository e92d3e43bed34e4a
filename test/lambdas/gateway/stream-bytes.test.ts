import { streamReply } from "../../fakes/scripted-upstream";
import recorded from "../../fixtures/openai/streams.json";
import { helloStream, readAnswer, startGateway } from "./harness";

const counting = { ...helloStream, stream_options: { include_usage: true } };

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}`;
const usageChunk = 'data: {"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":3}}';

/** A short stream with one line ending throughout. */
const written = (lineEnd: string) =>
  [
    chunk({ content: "né 漢🚀" }),
    chunk({ content: "b" }),
    chunk({}, "stop"),
    usageChunk,
    "data: [DONE]",
  ]
    .map((event) => event + lineEnd + lineEnd)
    .join("");

/** What the gateway makes of a stream that comes in these pieces. */
const pass = async (pieces: readonly Uint8Array[], body: object = counting) => {
  const { ask, usage } = await startGateway({ replies: [streamReply(pieces)] });
  const { bytes } = await readAnswer(ask(body));
  const [event] = usage.events;
  return { text: bytes.toString("utf8"), tokens: event?.tokens, outcome: event?.outcome };
};

const inTwo = (bytes: Buffer, at: number) => [bytes.subarray(0, at), bytes.subarray(at)];

describe("a stream's bytes", () => {
  test.each(recorded)("pass untouched: $name", async ({ body }) => {
    const { text, outcome } = await pass([Buffer.from(body)]);
    expect(text).toBe(body);
    expect(outcome).toBe("ok");
  });

  test.each([
    { name: "LF", lineEnd: "\n" },
    { name: "CRLF", lineEnd: "\r\n" },
  ])("are the same wherever a packet ends, with $name", async ({ lineEnd }) => {
    const bytes = Buffer.from(written(lineEnd));
    const expected = await pass([bytes]);
    expect(expected).toMatchObject({
      text: bytes.toString(),
      tokens: { freshInput: 7, visibleOutput: 3 },
    });
    for (let at = 1; at < bytes.length; at += 1) {
      expect(await pass(inTwo(bytes, at))).toEqual(expected);
    }
    expect(await pass([...bytes].map((byte) => Buffer.from([byte])))).toEqual(expected);
  });

  test("of a recorded stream are the same in packets of any size", async () => {
    const [first] = recorded;
    const bytes = Buffer.from(first?.body ?? "");
    const expected = await pass([bytes]);
    for (const size of [1, 2, 3, 7, 64, 1_000]) {
      const count = Math.ceil(bytes.length / size);
      const pieces = Array.from({ length: count }, (_, n) =>
        bytes.subarray(n * size, (n + 1) * size),
      );
      expect(await pass(pieces)).toEqual(expected);
    }
  });

  test.each(recorded)("lack the count alone where nobody asked for it: $name", async ({ body }) => {
    const { text } = await pass([Buffer.from(body)], helloStream);
    const expected = body
      .split("\n\n")
      .filter((event) => !event.includes('"choices":[]') || !/"usage":\{/.test(event));
    expect(text).toBe(expected.join("\n\n"));
  });

  test("a comment within an event stays, and one between events harms none", async () => {
    const within = `: note\n${chunk({ content: "a" })}\n\n`;
    const rest = `${chunk({}, "stop")}\n\ndata: [DONE]\n\n`;
    const { text } = await pass([Buffer.from(`: ping\n\n${within}: ping\n\n${rest}`)]);
    expect(text.replaceAll(": ping\n\n", "")).toBe(within + rest);
  });

  test("a count that comes with the last choice is shown to everybody", async () => {
    const both =
      'data: {"choices":[{"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":1}}\n\n';
    const { text, tokens } = await pass([Buffer.from(`${both}data: [DONE]\n\n`)], helloStream);
    expect(text).toBe(`${both}data: [DONE]\n\n`);
    expect(tokens?.freshInput).toBe(1);
  });

  test("an event that nobody knows is passed on as it is", async () => {
    const odd = "data: {not json\n\nevent: x\ndata: [1]\n\n";
    const rest = `${chunk({}, "stop")}\n\ndata: [DONE]\n\n`;
    expect((await pass([Buffer.from(odd + rest)])).text).toBe(odd + rest);
  });
});
