import { confusions, labelScores, macroF1 } from "../../../training/eval/macro-f1";

const items = [
  { label: "code", said: "code" },
  { label: "code", said: "math" },
  { label: "math", said: "math" },
  { label: "chat", said: "math" },
];

test("macro-F1 counts each label alike", () => {
  // Code: 1 of 1 said, 1 of 2 found. Math: 1 of 3 said, 1 of 1 found. Chat: never said.
  expect(labelScores(items).map(({ label, f1 }) => [label, f1])).toEqual([
    ["chat", 0],
    ["code", 2 / 3],
    ["math", 1 / 2],
  ]);
  expect(macroF1(items)).toBeCloseTo((2 / 3 + 1 / 2) / 3, 12);
});

test("confusions are named, what is right is none", () => {
  expect(confusions(items)).toEqual([
    ["chat taken for math", 1],
    ["code taken for math", 1],
  ]);
});
