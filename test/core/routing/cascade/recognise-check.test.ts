import type { AnswerFormat } from "../../../../core/chat/answer-format";
import { recogniseCheck } from "../../../../core/routing/cascade/recognise-check";
import { saying } from "../conversations";

const text: AnswerFormat = { kind: "text" };
const schema = { type: "object", properties: { city: { type: "string" } } };

describe("labels are recognised", () => {
  test.each([
    [
      "Classify the sentiment as one of: positive, negative, neutral.",
      ["positive", "negative", "neutral"],
    ],
    ["Reply with exactly one of: A, B, C", ["A", "B", "C"]],
    [
      "Choose one of the following categories: billing, tech support or sales.",
      ["billing", "tech support", "sales"],
    ],
    ["Pick one of (spam, ham).", ["spam", "ham"]],
    [
      "Answer with one of: 'low', 'medium', or 'high', and nothing else.",
      ["low", "medium", "high"],
    ],
    [
      "Label the ticket with one of the labels:\n- bug\n- feature request\n- question\n\nTicket: it crashes",
      ["bug", "feature request", "question"],
    ],
    [
      "Answer with only the label.\nLabels: joy | anger | fear\nText: what a day",
      ["joy", "anger", "fear"],
    ],
    ["Answer with one word: positive, negative or neutral.", ["positive", "negative", "neutral"]],
    ["Is the sky blue? Answer only with yes or no.", ["yes", "no"]],
    ["Respond with 'Yes' or 'No'.", ["Yes", "No"]],
    ["Answer true or false: water boils at 90 degrees.", ["true", "false"]],
    ["Answer yes/no only, without any explanation.", ["yes", "no"]],
    ["Reply only with spam or ham.", ["spam", "ham"]],
  ])("in %j", (said, labels) => {
    expect(recogniseCheck(saying(said), text)).toEqual({ kind: "label", labels });
  });

  test("in a system prompt that comes before the text to classify", () => {
    const system = "Classify each message as one of: urgent, normal.";
    expect(recogniseCheck(saying("The server is down!", { system }), text)).toEqual({
      kind: "label",
      labels: ["urgent", "normal"],
    });
  });
});

describe("a short answer is recognised", () => {
  test.each([
    ["What is 17 * 23? Answer with a single number.", "number"],
    ["How many apples are left? Reply with only the number.", "number"],
    ["How old was she? Give the answer as an integer only.", "number"],
    ["Which option is right? Answer with just the letter.", "letter"],
    ["Respond with just the letter of the correct option.\n\nWhich one?", "letter"],
    ["Give only the number as your final answer.", "number"],
    ["What is the capital of France? Answer in one word.", "word"],
  ])("in %j", (said, form) => {
    expect(recogniseCheck(saying(said), text)).toEqual({ kind: "short", form });
  });
});

describe("nothing is recognised", () => {
  test.each([
    "Write a poem about spring.",
    "Which of these is best: red, green or blue?",
    "One of our customers, Acme, wants a refund. Answer politely.",
    "Answer yes or no and explain why.",
    "Answer yes or no, then tell me a joke.",
    "Classify the mail as one of: spam, ham. Give your reasoning first.",
    "Pick one of: red, red, blue.",
    "Choose one of: red.",
    "Choose one of: red, green. Then choose one of: round, square.",
    "Label all that apply, one of: red, green.",
    "Choose one of: the red ball in the corner, the blue ball on the table.",
    "Write one letter to my landlord.",
    "Print one number per line, from 1 to 10.",
    "Answer in one word or in one number.",
    "Say something in one or two words.",
    "Reply only in English or German.",
    "Give one number that is prime and one that is not.",
    "",
  ])("in %j", (said) => {
    expect(recogniseCheck(saying(said), text)).toBe("off-not-checkable");
  });

  test("where the last turn is the assistant's own", () => {
    const conversation = saying("Answer yes or no.");
    const turns = [...conversation.turns, { role: "assistant" as const, text: "Well," }];
    expect(recogniseCheck({ ...conversation, turns }, text)).toBe("off-not-checkable");
  });

  test.each([{ tools: true }, { audioOut: true }, { choices: 2 }])(
    "with %j, whatever the format",
    (needs) => {
      const format: AnswerFormat = { kind: "json" };
      expect(recogniseCheck(saying("Hello", { needs }), format)).toBe("off-not-checkable");
    },
  );

  test.each([
    "answer only one of: a, or ",
    "answer just one word no onlyno onlyno onlyno onlyno onlyno onlyno onlyno onlyno onlyno only-",
  ])("soon in long texts of %j", (said) => {
    const { turns, ...rest } = saying(said.repeat(50_000));
    const system = Array.from({ length: 1_000 }, () => ({
      role: "system" as const,
      text: said.repeat(50),
    }));
    for (const all of [turns, [...system, ...turns]]) {
      const startedAt = performance.now();
      expect(recogniseCheck({ ...rest, turns: all }, text)).toBe("off-not-checkable");
      expect(performance.now() - startedAt).toBeLessThan(500);
    }
  });
});

describe("a format of its own goes before words", () => {
  const said = saying("Answer yes or no.");

  test("a JSON object", () => {
    expect(recogniseCheck(said, { kind: "json" })).toEqual({ kind: "json" });
  });

  test("a schema, with references within itself", () => {
    const tree = {
      $ref: "#/$defs/node",
      $defs: { node: { type: "object", properties: { next: { $ref: "#/$defs/node" } } } },
    };
    for (const one of [schema, tree, {}, { $ref: "#" }]) {
      expect(recogniseCheck(said, { kind: "schema", schema: one })).toEqual({
        kind: "schema",
        schema: one,
      });
    }
  });

  test.each([
    ["leads elsewhere", { $ref: "https://example.com/schema.json" }],
    ["leads nowhere", { properties: { a: { $ref: "#/$defs/missing" } } }],
    ["leads to what is no schema", { $ref: "#/title", title: "x" }],
    ["names itself", { $id: "https://example.com/a", type: "object" }],
    ["is very large", { enum: Array.from({ length: 5_000 }, (_, at) => [at]) }],
    [
      "is nested very deeply",
      Array.from({ length: 100 }).reduce<object>((inner) => ({ not: inner }), {}),
    ],
  ])("but not one that %s", (_, one) => {
    const format = { kind: "schema", schema: one as Record<string, unknown> } as const;
    expect(recogniseCheck(said, format)).toBe("off-schema");
  });
});
