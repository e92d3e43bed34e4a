import type { SaidAnswer } from "../../../../core/chat/said-answer";
import type { AnswerCheck } from "../../../../core/routing/cascade/answer-check";
import { passesCheck } from "../../../../core/routing/cascade/passes-check";

const said = (text: string, more: Partial<SaidAnswer> = {}): SaidAnswer => ({
  text,
  whole: true,
  declined: false,
  ...more,
});
const unasked = () => {
  throw new Error("no schema was given");
};
const passes = (check: AnswerCheck, text: string) => passesCheck(check, said(text), unasked);
const labels: AnswerCheck = { kind: "label", labels: ["positive", "Tech Support", "n/a"] };

describe("an answer that should be a label", () => {
  test.each(["positive", " Positive\n", "POSITIVE.", "tech support", "n/a"])(
    "may be %j",
    (text) => {
      expect(passes(labels, text)).toBe(true);
    },
  );
  test.each(["", ".", "neutral", "The sentiment is positive.", "positive, I think", "'positive'"])(
    "may not be %j",
    (text) => {
      expect(passes(labels, text)).toBe(false);
    },
  );
});

describe("an answer that should be short", () => {
  test.each([
    ["number", "42"],
    ["number", "-1,234.50"],
    ["number", "$3.99"],
    ["number", "75 %"],
    ["number", "6.02e23"],
    ["number", ".5"],
    ["letter", "B"],
    ["letter", "(c)."],
    ["word", "Paris"],
    ["word", "Schrödinger's"],
    ["word", "Guinea-Bissau."],
  ] as const)("as a %s may be %j", (form, text) => {
    expect(passes({ kind: "short", form }, text)).toBe(true);
  });
  test.each([
    ["number", ""],
    ["number", "e5"],
    ["number", "."],
    ["number", "%"],
    ["number", "about 42"],
    ["number", "42 apples"],
    ["number", "1,23"],
    ["letter", "BC"],
    ["letter", "B: the second"],
    ["letter", "2"],
    ["word", "New York"],
    ["word", "Unknown"],
    ["word", "Sorry."],
    ["word", "Maybe"],
    ["word", "N/A"],
    ["word", "a".repeat(61)],
  ] as const)("as a %s may not be %j", (form, text) => {
    expect(passes({ kind: "short", form }, text)).toBe(false);
  });
});

describe("an answer that should be JSON", () => {
  test.each(["{}", ' {"a": [1]} '])("may be %j", (text) => {
    expect(passes({ kind: "json" }, text)).toBe(true);
  });
  test.each(["", "[]", "null", "3", '{"a":', '```json\n{"a": 1}\n```', 'Here: {"a": 1}'])(
    "may not be %j",
    (text) => {
      expect(passes({ kind: "json" }, text)).toBe(false);
    },
  );

  test("is held against its schema as the value it parses to", () => {
    const check: AnswerCheck = { kind: "schema", schema: { type: "array" } };
    const seen: unknown[] = [];
    const matches = (schema: unknown, value: unknown) => seen.push(schema, value) > 0;
    expect(passesCheck(check, said("[1, 2]"), matches)).toBe(true);
    expect(seen).toEqual([{ type: "array" }, [1, 2]]);
    expect(passesCheck(check, said("[1, 2]"), () => false)).toBe(false);
    expect(passesCheck(check, said("[1, 2"), matches)).toBe(false);
  });
});

test.each([
  ["was cut off", said("positive", { whole: false })],
  ["declines", said("positive", { declined: true })],
  ["is none", undefined],
])("an answer that %s never passes", (_, answer) => {
  expect(passesCheck(labels, answer, unasked)).toBe(false);
});
