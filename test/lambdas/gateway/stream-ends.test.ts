import { type Piece, streamReply } from "../../fakes/scripted-upstream";
import { helloStream, readAnswer, startGateway } from "./harness";

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
const text = chunk({ content: "four score and seven" });
const finish = chunk({}, "stop");
const count = 'data: {"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":3}}\n\n';
const done = "data: [DONE]\n\n";
const reset = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });

const pass = async (pieces: Piece[]) => {
  const gateway = await startGateway({ replies: [streamReply(pieces)] });
  const answer = await readAnswer(gateway.ask(helloStream));
  const [event] = gateway.usage.events;
  return { ...answer, event, events: gateway.usage.events };
};

const lastError = (stream: string) => {
  const last = stream.trimEnd().split("\n\n").at(-1) ?? "";
  return (JSON.parse(last.slice("data: ".length)) as { error?: unknown }).error;
};

describe("a stream that was whole ends cleanly", () => {
  test.each([
    { name: "as it should", pieces: [text, finish, count, done], sent: text + finish + done },
    { name: "without [DONE]", pieces: [text, finish, count], sent: text + finish + done },
    { name: "without its count", pieces: [text, finish, done], sent: text + finish + done },
    {
      name: "with a lost connection",
      pieces: [text, finish, done, reset],
      sent: text + finish + done,
    },
    {
      name: "without the blank line after [DONE]",
      pieces: [text, finish, "data: [DONE]"],
      sent: text + finish + done,
    },
    { name: "in one packet", pieces: [text + finish + count + done], sent: text + finish + done },
  ])("$name", async ({ pieces, sent }) => {
    const answer = await pass(pieces);
    expect(answer.text).toBe(sent);
    expect(answer.event).toMatchObject({ outcome: "ok", status: 200 });
    expect(answer.events).toHaveLength(1);
  });

  test("a stream that stays open after its last word is closed", async () => {
    const answer = await pass([text, finish, count, done, new Promise(() => undefined)]);
    expect(answer.text).toBe(text + finish + done);
    expect(answer.event?.outcome).toBe("ok");
  });
});

describe("a stream that was not whole ends in an error event", () => {
  test.each([
    { name: "after text", pieces: [text] },
    { name: "within an event", pieces: [text, 'data: {"choices":[{"del'] },
    { name: "by a lost connection", pieces: [text, reset] },
    { name: "with a count but no end", pieces: [text, count] },
  ])("cut $name", async ({ pieces }) => {
    const answer = await pass(pieces);
    expect(answer.text.startsWith(text)).toBe(true);
    expect(answer.text).not.toContain("[DONE]");
    expect(lastError(answer.text)).toMatchObject({ type: "server_error" });
    expect(answer.event).toMatchObject({ outcome: "error", status: 200 });
    expect(answer.event?.attempts).toMatchObject([{ outcome: "interrupted" }]);
  });

  test("the provider's own error event is the last word, and its code is kept", async () => {
    const error = 'data: {"error":{"message":"overloaded","code":"overloaded_error"}}\n\n';
    const answer = await pass([text, error, text, done]);
    expect(answer.text).toBe(text + error);
    expect(answer.event).toMatchObject({ outcome: "error", errorCode: "overloaded_error" });
  });

  test("what came is billed by estimate where the provider did not count", async () => {
    const { event } = await pass([text, reset]);
    expect(event?.tokensFrom).toBe("estimate");
    expect(event?.tokens.visibleOutput).toBe(4);
    expect(event?.cost).toBeGreaterThan(0);
  });

  test("what the provider counted before the cut is billed as counted", async () => {
    const { event } = await pass([text, count, reset]);
    expect(event).toMatchObject({ tokensFrom: "provider", tokens: { freshInput: 7 } });
  });
});
