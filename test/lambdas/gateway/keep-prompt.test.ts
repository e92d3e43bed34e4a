import { createMemoryPrompts } from "../../fakes/memory-prompts";
import { jsonReply, refusalReply, streamReply } from "../../fakes/scripted-upstream";
import { chunk, completion, usageChunk } from "../../support/openai-shapes";
import { noon, readAnswer, startGateway } from "./harness";

const dayMs = 86_400_000;
const asked = {
  model: "gpt-4o",
  messages: [{ role: "user", content: "what does the canary say" }],
};
const whole = jsonReply(completion("it sings"));
const stream = () =>
  streamReply(
    [chunk({ role: "assistant", content: "it " }), chunk({ content: "sings" }), chunk({}, "stop")]
      .map((data) => `data: ${JSON.stringify(data)}\n\n`)
      .concat(`data: ${JSON.stringify(usageChunk())}\n\n`, "data: [DONE]\n\n"),
  );

type Given = {
  readonly days?: number;
  readonly allowed?: boolean;
  readonly replies?: Parameters<typeof startGateway>[0]["replies"];
  readonly prompts?: ReturnType<typeof createMemoryPrompts>;
};

const start = ({ days, allowed, replies = [whole], prompts }: Given) =>
  startGateway({
    replies,
    ...(days !== undefined && { key: { storePromptsDays: days } }),
    ...(allowed !== undefined && { organization: { promptStorage: allowed } }),
    ...(prompts && { deps: { prompts } }),
  });

const run = async (given: Given, body: object = asked) => {
  const prompts = given.prompts ?? createMemoryPrompts(() => noon);
  const gateway = await start({ ...given, prompts });
  const answered = await gateway.ask(body);
  const text = (await readAnswer(answered)).text;
  const [event] = gateway.usage.events;
  const kept = event && (await prompts.find(gateway.ids.organization, event.id));
  return { text, kept, status: answered.status, lines: gateway.lines };
};

test.each([
  {
    name: "the key asks for it and the organization allows it",
    days: 7,
    allowed: true,
    kept: true,
  },
  { name: "the organization does not allow it", days: 7, allowed: false, kept: false },
  { name: "the organization never said", days: 7, kept: false },
  { name: "the key does not ask for it", allowed: true, kept: false },
])("a prompt is kept ($kept) where $name", async ({ kept: expected, ...given }) => {
  const { kept } = await run(given);
  expect(kept !== undefined).toBe(expected);
});

test("kept are the very bytes that came and went, for as many days as the key says", async () => {
  const { kept, text } = await run({ days: 7, allowed: true });
  expect(kept).toEqual({
    request: JSON.stringify(asked),
    answer: text,
    expiresAt: noon + 7 * dayMs,
  });
  expect(text).toContain("it sings");
});

test("a stream is kept as the caller saw it", async () => {
  const { kept, text } = await run(
    { days: 1, allowed: true, replies: [stream()] },
    { ...asked, stream: true },
  );
  expect(kept?.answer).toBe(text);
  expect(text).toContain("[DONE]");
});

test("a refused request is kept as well: that is when people look", async () => {
  const { kept, status } = await run({
    days: 1,
    allowed: true,
    replies: [refusalReply(400, "invalid_value")],
  });
  expect(status).toBe(400);
  expect(kept?.answer).toContain("no");
});

test("a store that fails costs the caller nothing, and no word of it gets into the log", async () => {
  const prompts = createMemoryPrompts(() => noon);
  const failing = { ...prompts, put: () => Promise.reject(new Error("canary in the message")) };
  const { status, text, lines } = await run({ days: 1, allowed: true, prompts: failing });
  expect(status).toBe(200);
  expect(text).toContain("it sings");
  expect(JSON.stringify(lines)).toContain("prompt_not_kept");
  expect(JSON.stringify(lines)).not.toContain("canary");
});
