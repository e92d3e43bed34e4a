import { gatherAnswer } from "../../../../../core/chat/neutral/gather-answer";
import { inputTokens, outputTokens } from "../../../../../core/usage/token-buckets";
import { createConverseAdapter } from "../../../../../lambdas/shared/providers/converse/adapter";
import { readBedrockStream } from "../../../../support/bedrock-stream";
import { answersOf, type Exchange, exchangesOf } from "../../../../support/recordings";

const adapter = createConverseAdapter({ provider: "bedrock", url: () => "", auth: () => ({}) });

const exchanges = exchangesOf("bedrock").filter(({ path }) => !path.endsWith("/invoke"));
const answers = answersOf("amazon-bedrock");

type Block = {
  text?: string;
  toolUse?: { toolUseId: string; name: string; input: unknown };
  reasoningContent?: {
    reasoningText?: { text: string; signature?: string };
    redactedContent?: string;
  };
};
type Usage = {
  inputTokens: number;
  outputTokens: number;
  totalTokens: number;
  cacheReadInputTokens?: number;
  cacheWriteInputTokens?: number;
};
type Answer = { output: { message: { content: Block[] } }; stopReason: string; usage?: Usage };

/** What is in an answer, read plainly. */
const plainParts = ({ output }: Answer) =>
  output.message.content.map(({ text, toolUse, reasoningContent }) => {
    if (text !== undefined) return ["text", text];
    if (toolUse) return ["call", toolUse.toolUseId, toolUse.name, toolUse.input];
    const { reasoningText, redactedContent } = reasoningContent ?? {};
    return ["thought", reasoningText?.text ?? "", reasoningText?.signature ?? redactedContent];
  });

const partsOf = (answer: ReturnType<typeof gatherAnswer> | undefined) =>
  answer?.choices[0]?.parts.map((part) => {
    if (part.kind === "tool-call") {
      return ["call", part.id, part.name, JSON.parse(part.arguments) as unknown];
    }
    return part.kind === "reasoning"
      ? ["thought", part.text, part.seal?.value]
      : ["text", part.text];
  });

const reasons: Record<string, string> = {
  end_turn: "stop",
  tool_use: "tool-calls",
  max_tokens: "length",
};

const expectSame = (answer: ReturnType<typeof gatherAnswer> | undefined, plain: Answer) => {
  expect(partsOf(answer)).toEqual(plainParts(plain));
  expect(answer?.choices[0]?.finish).toBe(reasons[plain.stopReason]);
  expect(answer?.unsaid).toEqual([]);
  const { usage } = plain;
  if (!usage) return;
  const tokens = answer?.usage?.tokens;
  if (!tokens) throw new Error("no usage was read");
  expect(tokens.freshInput).toBe(usage.inputTokens);
  expect(tokens.cacheRead).toBe(usage.cacheReadInputTokens ?? 0);
  expect(tokens.cacheWrite5m + tokens.cacheWrite1h).toBe(usage.cacheWriteInputTokens ?? 0);
  expect(inputTokens(tokens) + outputTokens(tokens)).toBe(usage.totalTokens);
};

const bodyOf = ({ encoding, response }: Exchange): string =>
  encoding === "text" ? (response as string) : JSON.stringify(response);

describe("recorded whole answers", () => {
  const whole = exchanges.filter(({ encoding, status }) => encoding !== "base64" && status === 200);
  test("there are 88", () => expect(whole).toHaveLength(88));
  test.each(whole)("$id is read as it stands there", (exchange) => {
    const body = bodyOf(exchange);
    expectSame(adapter.readAnswer(body), JSON.parse(body) as Answer);
  });

  test.each(answers.filter(({ kind }) => kind === "json"))("$case", ({ text }) => {
    expectSame(adapter.readAnswer(text), JSON.parse(text) as Answer);
  });
});

type Event = {
  contentBlockStart?: { contentBlockIndex: number; start?: { toolUse?: Block["toolUse"] } };
  contentBlockDelta?: {
    contentBlockIndex: number;
    delta: {
      text?: string;
      toolUse?: { input: string };
      reasoningContent?: { text?: string; signature?: string };
    };
  };
  messageStop?: { stopReason: string };
  metadata?: { usage: Usage };
};

/** A stream's events as the whole answer they tell, by another reading than the reader's. */
const plainAnswer = (events: readonly Event[]): Answer => {
  const indexes = [
    ...new Set(
      events.flatMap(({ contentBlockStart: start, contentBlockDelta: delta }) => {
        const at = (start ?? delta)?.contentBlockIndex;
        return at === undefined ? [] : [at];
      }),
    ),
  ];
  const content = indexes.map((at): Block => {
    const call = events.find(({ contentBlockStart: start }) => start?.contentBlockIndex === at)
      ?.contentBlockStart?.start?.toolUse;
    const deltas = events.flatMap(({ contentBlockDelta: delta }) =>
      delta?.contentBlockIndex === at ? [delta.delta] : [],
    );
    const join = (pick: (delta: (typeof deltas)[number]) => string | undefined) =>
      deltas.map((delta) => pick(delta) ?? "").join("");
    if (call) {
      const input = JSON.parse(join((delta) => delta.toolUse?.input) || "{}") as unknown;
      return { toolUse: { ...call, input } };
    }
    const signature = join((delta) => delta.reasoningContent?.signature);
    const text = join((delta) => delta.reasoningContent?.text);
    return text || signature
      ? { reasoningContent: { reasoningText: { text, signature } } }
      : { text: join((delta) => delta.text) };
  });
  const stopReason = events.find(({ messageStop }) => messageStop)?.messageStop?.stopReason ?? "";
  const usage = events.find(({ metadata }) => metadata)?.metadata?.usage;
  return { output: { message: { content } }, stopReason, ...(usage && { usage }) };
};

describe("recorded streams", () => {
  const binary = exchanges
    .filter(({ encoding }) => encoding === "base64")
    .map(({ id, response }) => ({
      name: id,
      events: readBedrockStream(Buffer.from(response as string, "base64")),
    }));
  const chunks = answers
    .filter(({ kind }) => kind === "chunks")
    .map(({ case: name, text }) => ({
      name,
      events: text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    }));
  const isOwnTool = (event: Record<string, unknown>) =>
    /server_tool_use|toolResult/.test(JSON.stringify(event));

  const read = (events: readonly Record<string, unknown>[]) => {
    const reader = adapter.eventReader();
    return events.flatMap((event) => reader(JSON.stringify(event)));
  };

  test("there are three in binary, and five more", () => {
    expect([binary.length, chunks.length]).toEqual([3, 5]);
  });

  test.each([...binary, ...chunks].filter(({ events }) => !events.some(isOwnTool)))(
    "$name tells the answer that its pieces make",
    ({ events }) => {
      const said = read(events);
      expectSame(gatherAnswer(said), plainAnswer(events));
      expect(said[0]).toEqual({ kind: "start" });
      const told = events.some((event) => "metadata" in event);
      expect(said.some(({ kind }) => kind === "end")).toBe(told);
    },
  );

  test("a tool that Amazon runs itself is named as what can't be said, and the rest is read", () => {
    const { events } = binary.find((stream) => stream.events.some(isOwnTool)) ?? { events: [] };
    const answer = gatherAnswer(read(events));
    expect(answer.unsaid).toEqual(["server_tool_use", "toolResult"]);
    expect(answer.choices[0]?.parts.map(({ kind }) => kind)).toEqual(["tool-call"]);
    expect(answer.usage?.tokens.visibleOutput).toBeGreaterThan(0);
  });
});

test("refusals are read by Bedrock's own words", () => {
  const refused = exchanges.filter(({ status }) => status === 400);
  expect(refused.map(({ response }) => adapter.readFailure(JSON.stringify(response)))).toEqual([
    { code: null, message: "The provided model identifier is invalid.", spentCredit: false },
    { code: null, message: "The provided model identifier is invalid.", spentCredit: false },
    {
      code: null,
      message: "This model doesn't support the s3Uri field. Remove s3Uri and try again.",
      spentCredit: false,
    },
  ]);
});
