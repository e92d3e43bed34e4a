import type { NeutralAnswer } from "../../../../../core/chat/neutral/answer";
import { gatherAnswer } from "../../../../../core/chat/neutral/gather-answer";
import { responsesDialect } from "../../../../../core/chat/responses/dialect";
import { inputTokens, outputTokens } from "../../../../../core/usage/token-buckets";
import { answersOf, type Exchange, exchangesOf } from "../../../../support/recordings";
import { adapter, contextFor, payloadsOf } from "./asking";

const providers = ["openai", "deepseek", "openrouter"];
const exchanges = providers.flatMap((provider) =>
  exchangesOf(provider).filter(({ path }) => path.endsWith("/responses")),
);
const answered = exchanges.filter(({ status }) => status === 200);

type Recorded = { readonly name: string; readonly payloads: readonly string[] };

const nameOf = ({ provider, case: name, n }: Exchange) => `${provider} ${name} ${n}`;

const wholes = [
  ...answered
    .filter(({ encoding }) => encoding === "json")
    .map((exchange) => ({ name: nameOf(exchange), text: JSON.stringify(exchange.response) })),
  ...["openai", "azure", "xai", "open-responses"].flatMap((provider) =>
    answersOf(provider)
      .filter(({ kind }) => kind === "json")
      .map((answer) => ({ name: `${provider} ${answer.case}`, text: answer.text })),
  ),
];

/** A recording may hold several answers, one after the other. */
const cut = (name: string, payloads: readonly string[]): readonly Recorded[] => {
  const starts = payloads.flatMap((text, at) => (text.includes('"response.created"') ? [at] : []));
  return starts.map((start, at) => ({
    name: `${name} (${at})`,
    payloads: payloads.slice(start, starts[at + 1]),
  }));
};

const streams = [
  ...answered
    .filter(({ encoding }) => encoding === "text")
    .flatMap((exchange) => cut(nameOf(exchange), payloadsOf(String(exchange.response)))),
  ...["openai", "azure", "xai", "open-responses"].flatMap((provider) =>
    answersOf(provider)
      .filter(({ kind }) => kind === "chunks")
      .flatMap((answer) => cut(`${provider} ${answer.case}`, answer.text.split("\n"))),
  ),
];

const read = (text: string): NeutralAnswer => {
  const answer = adapter.readAnswer(text);
  if (!answer) throw new Error("not an answer");
  return answer;
};

const eventsOf = ({ payloads }: Recorded) => {
  const reader = adapter.eventReader();
  return payloads.flatMap((payload) => reader(payload));
};

type Final = { readonly response?: object };
const finalOf = ({ payloads }: Recorded): string | undefined => {
  const last = payloads.findLast((text) =>
    /"type": ?"response\.(completed|incomplete)"/.test(text),
  );
  return last && JSON.stringify((JSON.parse(last) as Final).response);
};

/** OpenAI rounds probabilities in its last event, and seals the same thought anew. */
const comparable = (answer: NeutralAnswer) => ({
  ...answer,
  choices: answer.choices.map(({ parts, logprobs, ...choice }) => ({
    ...choice,
    tokens: logprobs?.map(({ token }) => token),
    parts: parts.map((part) =>
      part.kind === "reasoning" ? { ...part, seal: part.seal?.dialect } : part,
    ),
  })),
});

describe("recorded requests", () => {
  test("there are as many as are known", () => {
    expect(exchanges).toHaveLength(145);
  });

  test.each(exchanges.map((exchange) => ({ name: nameOf(exchange), body: exchange.request })))(
    "$name is read, and passed on as it is",
    ({ body }) => {
      const text = JSON.stringify(body);
      const request = responsesDialect.read(text);
      expect(request.body).toEqual(body);
      const neutral = request.neutral();
      expect(neutral.messages.length + neutral.bound.length).toBeGreaterThan(0);
    },
  );
});

describe("recorded answers", () => {
  const none = [
    "openai openai-text",
    "openai gpt-image-response-format-error",
    "openai openai-image-edit",
    "azure azure-deepseek-reasoning.1",
    "xai xai-tool-call",
  ];

  test("those that are no Responses are known as none", () => {
    const unread = wholes.filter(({ text }) => adapter.readAnswer(text) === undefined);
    expect(unread.map(({ name }) => name)).toEqual(none);
  });

  const responses = wholes.filter(({ name }) => !none.includes(name));

  test.each(responses)("$name is read whole", ({ text }) => {
    const { choices, usage, id } = read(text);
    expect(choices).toHaveLength(1);
    expect(id).toBeDefined();
    const { usage: said, status } = JSON.parse(text) as {
      usage?: { input_tokens: number; output_tokens: number };
      status: string;
    };
    if (status === "queued") return;
    expect(usage && inputTokens(usage.tokens)).toBe(said?.input_tokens);
    expect(usage && outputTokens(usage.tokens)).toBe(said?.output_tokens);
  });

  test.each(responses)("$name keeps its parts when it is written and read again", ({ text }) => {
    const first = read(text);
    const again = read(responsesDialect.writeAnswer(first, contextFor()));
    const sealless = (answer: NeutralAnswer) =>
      answer.choices.map(({ parts }) =>
        parts.map((part) => (part.kind === "reasoning" ? { ...part, seal: undefined } : part)),
      );
    expect(sealless(again)).toEqual(sealless(first));
    expect(again.usage?.tokens).toEqual(first.usage?.tokens);
  });
});

describe("recorded streams", () => {
  test("there are as many as are known", () => {
    expect(streams).toHaveLength(43);
  });

  test.each(streams)("$name is read to its end", (recorded) => {
    const events = eventsOf(recorded);
    expect(events[0]?.kind).toBe("start");
    expect(events.at(-1)?.kind).toBe("end");
    expect(events.filter(({ kind }) => kind === "failure")).toEqual([]);
  });

  /** Pieces were taken out of these when they were recorded: the text is not the whole one. */
  const abridged = ["openai openai-phase.1 (0)", "openai openai-shell-container.1 (0)"];
  /** A provider that gives every event ids of its own. */
  const rotating = ["openai github-copilot-id-rotation.1 (0)"];

  test.each(streams)("$name says what its last event holds", (recorded) => {
    const final = finalOf(recorded);
    if (final === undefined) throw new Error("no last event");
    const streamed = comparable(gatherAnswer(eventsOf(recorded)));
    const whole = comparable(read(final));
    if (abridged.includes(recorded.name)) {
      expect(streamed.usage).toEqual(whole.usage);
      expect(streamed.choices[0]?.parts).toHaveLength(whole.choices[0]?.parts.length ?? 0);
    } else if (rotating.includes(recorded.name)) {
      expect({ ...streamed, id: undefined }).toEqual({ ...whole, id: undefined });
    } else expect(streamed).toEqual(whole);
  });
});
