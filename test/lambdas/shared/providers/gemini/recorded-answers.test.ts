import type { NeutralAnswer } from "../../../../../core/chat/neutral/answer";
import { gatherAnswer } from "../../../../../core/chat/neutral/gather-answer";
import { inputTokens, noTokens, outputTokens } from "../../../../../core/usage/token-buckets";
import { createGeminiAdapter } from "../../../../../lambdas/shared/providers/gemini/adapter";
import { toModelParts } from "../../../../../lambdas/shared/providers/gemini/model-turn";
import { readSignature } from "../../../../../lambdas/shared/providers/gemini/signature";
import { answersOf, exchangesOf } from "../../../../support/recordings";
import { geminiSite } from "./gemini-site";
import { readPlainly } from "./plain-reading";

const adapter = createGeminiAdapter(geminiSite);

type GivenAnswer = {
  readonly candidates: readonly {
    readonly content?: { readonly parts?: readonly { readonly functionCall?: object }[] };
  }[];
};

type Recorded = {
  readonly name: string;
  readonly kind: "json" | "stream";
  readonly chunks: string[];
};

const dataOf = (body: string): string[] =>
  body
    .split("\n")
    .filter((line) => line.startsWith("data:"))
    .map((line) => line.slice("data:".length).trim());

const exchanges = exchangesOf("gemini");
const isAnswer = ({ path, status }: { path: string; status: number }) =>
  status === 200 && /:(streamGenerateContent|generateContent)/.test(path);

const fromExchanges = exchanges.filter(isAnswer).map(
  (row): Recorded => ({
    name: `${row.case} (${String(row.n)})`,
    kind: row.encoding === "json" ? "json" : "stream",
    chunks:
      row.encoding === "json" ? [JSON.stringify(row.response)] : dataOf(row.response as string),
  }),
);

/** Google's Interactions API and its Live API are spoken in other languages. */
const otherApis = ["basic", "multi-turn-stateful-turn2", "google-live-speech-translation"];

const fromAnswers = answersOf("google")
  .filter((row) => !otherApis.includes(row.case))
  .map(
    (row): Recorded => ({
      name: row.case,
      kind: row.kind === "json" ? "json" : "stream",
      chunks: row.kind === "json" ? [row.text] : row.text.split("\n").filter((line) => line !== ""),
    }),
  );

const recorded = [...fromExchanges, ...fromAnswers];

/** The adapter's own reading: of a stream, what its events gather to. */
const answerOf = ({ kind, chunks }: Recorded): NeutralAnswer | undefined => {
  if (kind === "json") return adapter.readAnswer(chunks.join(""));
  const read = adapter.eventReader();
  return gatherAnswer(chunks.flatMap((data) => read(data)));
};

const partsOf = (answer: NeutralAnswer | undefined) =>
  answer?.choices.flatMap(({ parts }) => parts) ?? [];

const textOf = (answer: NeutralAnswer | undefined, kind: "text" | "reasoning"): string =>
  partsOf(answer)
    .map((part) => (part.kind === kind ? part.text : ""))
    .join("");

const finishes: Readonly<Record<string, string>> = {
  STOP: "stop",
  MAX_TOKENS: "length",
  SAFETY: "content-filter",
};

describe("the recordings of Gemini", () => {
  test("are generateContent exchanges, but for these", () => {
    const others = exchanges.filter((row) => !isAnswer(row));
    const names = others.map(({ path, status }) => `${path.replace(/^.*:/, "")} ${String(status)}`);
    const counts = Object.fromEntries(
      [...new Set(names)].map((name) => [name, names.filter((other) => other === name).length]),
    );
    expect(counts).toEqual({
      "batchEmbedContents 200": 5,
      "countTokens 404": 1,
      "generateContent 404": 1,
    });
    expect(fromExchanges).toHaveLength(152);
    expect(fromAnswers).toHaveLength(6);
  });

  test("of other APIs are read as no answer of this one", () => {
    const others = [
      ...exchanges.filter((row) => !isAnswer(row)).map(({ response }) => JSON.stringify(response)),
      ...answersOf("google")
        .filter((row) => otherApis.includes(row.case) && row.kind === "json")
        .map(({ text }) => text),
    ];
    expect(others.map((body) => adapter.readAnswer(body))).toEqual(others.map(() => undefined));
  });
});

describe("an answer of Gemini's", () => {
  test.each(recorded)("reads whole: $name, $kind", (row) => {
    const plain = readPlainly(row.chunks.map((text) => JSON.parse(text) as unknown));
    const answer = answerOf(row);
    expect(textOf(answer, "text")).toBe(plain.text);
    expect(textOf(answer, "reasoning")).toBe(plain.reasoning);
    const called = partsOf(answer).flatMap((part) => (part.kind === "tool-call" ? [part] : []));
    expect(called.map(({ name }) => name)).toEqual(plain.calls.map(({ name }) => name));
    const stopped = called.length > 0 && plain.finish === "STOP" ? "tool-calls" : undefined;
    const [choice] = answer?.choices ?? [];
    expect(choice?.finish).toBe(stopped ?? finishes[plain.finish ?? ""]);
    const tokens = answer?.usage?.tokens ?? noTokens;
    expect([inputTokens(tokens), outputTokens(tokens)]).toEqual(plain.tokens);
    expect(inputTokens(tokens) + outputTokens(tokens)).toBe(plain.total);
  });

  test.each(recorded)("keeps every signature in its order: $name, $kind", (row) => {
    const plain = readPlainly(row.chunks.map((text) => JSON.parse(text) as unknown));
    const seals = partsOf(answerOf(row)).map((part) => ("seal" in part ? part.seal : undefined));
    expect(seals.flatMap((seal) => readSignature(seal)?.signature ?? [])).toEqual(plain.signatures);
  });

  const whole = recorded.filter(({ name }) => !name.includes("no-args") && !name.includes("array"));

  test.each(whole)("keeps the arguments of its calls: $name, $kind", (row) => {
    const plain = readPlainly(row.chunks.map((text) => JSON.parse(text) as unknown));
    const called = partsOf(answerOf(row)).flatMap((part) =>
      part.kind === "tool-call" ? [JSON.parse(part.arguments) as unknown] : [],
    );
    expect(called).toEqual(plain.calls.map(({ args }) => args ?? {}));
  });

  const plainParts = recorded.filter(
    (row) => row.kind === "json" && (answerOf(row)?.unsaid ?? []).length === 0,
  );

  test.each(plainParts)("goes back in the next request as it came: $name", (row) => {
    const [chunk] = row.chunks.map((text) => JSON.parse(text) as GivenAnswer);
    const given = (chunk?.candidates[0]?.content?.parts ?? []).map(({ functionCall, ...rest }) =>
      functionCall
        ? { ...rest, functionCall: { id: expect.any(String) as string, args: {}, ...functionCall } }
        : rest,
    );
    const parts = partsOf(answerOf(row));
    expect(toModelParts(parts, { signed: false })).toEqual(given);
  });

  test("has its calls under ids of their own", () => {
    for (const row of recorded) {
      const ids = partsOf(answerOf(row)).flatMap((part) =>
        part.kind === "tool-call" ? [part.id] : [],
      );
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => /^[\w-]+$/.test(id))).toBe(true);
    }
  });

  test("names what of it no other dialect can say", () => {
    const unsaid = new Set(recorded.flatMap((row) => answerOf(row)?.unsaid ?? []));
    expect([...unsaid].sort()).toEqual([
      "codeExecutionResult",
      "executableCode",
      "groundingMetadata",
      "toolCall",
      "toolResponse",
    ]);
  });

  test("tells its id and model", () => {
    for (const row of fromExchanges) expect(answerOf(row)?.model).toMatch(/^gemini-/);
  });
});

describe("arguments that come in pieces", () => {
  const callsOf = (name: string) => {
    const row = fromAnswers.find((answer) => answer.name === name);
    const calls = partsOf(row && answerOf(row)).filter((part) => part.kind === "tool-call");
    return calls.map((call) => [call.name, JSON.parse(call.arguments) as unknown]);
  };

  test("are joined to each call's own", () => {
    expect(callsOf("google-stream-no-args-tool-call")).toEqual([
      ["read_theme", {}],
      ["read_screen", { id: "A" }],
      ["read_screen", { id: "B" }],
      ["read_screen", { id: "C" }],
    ]);
  });

  test("are joined within lists, also where the call's end is not marked", () => {
    const operation = (itemid: string, description: string, price: number) => ({
      action: "add",
      description,
      itemid,
      price,
    });
    expect(
      callsOf("google-stream-tool-call-array-arguments-missing-terminal-function-call"),
    ).toEqual([
      [
        "writeItems",
        {
          operations: [
            operation("apple_001", "Fresh red apple", 0.5),
            operation("banana_001", "Ripe yellow banana", 0.3),
          ],
        },
      ],
    ]);
  });
});
