import type { Classifier } from "../../../core/routing/classification";
import { gainOf } from "../../../core/routing/gain";
import { tasks } from "../../../core/routing/task";
import { scoreLines } from "../../../scripts/router-score/score-lines";

/** Long texts are taken for hard. */
const classify: Classifier = ({ turns }) => {
  const length = turns.at(-1)?.text.length ?? 0;
  return {
    task: "math",
    confidence: 0.75,
    difficulty: 1 / 3,
    chances: tasks.map((task) => (task === "math" ? 1 : 0)),
    shifts: [-length / 10, 0, 0],
    unsure: 0,
    by: "test",
  };
};

const lines = (...values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");

describe("scoring lines", () => {
  test("gives one line each, in their order, whatever else the lines have", () => {
    const text = lines(
      { id: "b", prompt: "2 + 2?", dataset: "toy", scores: {} },
      { id: "a", request: { messages: [{ role: "user", content: "2 + 2?" }] }, task: "math" },
      { id: 3, messages: [{ role: "user", content: "2 + 2?" }] },
    );
    const scored = scoreLines(`${text}\n`, classify);
    expect(scored.map(({ id }) => id)).toEqual(["b", "a", 3]);
    expect(scored[0]).toEqual({
      id: "b",
      task: "math",
      taskProbability: 0.75,
      difficulty: 0.333333,
      gain: expect.any(Number) as number,
    });
    expect(new Set(scored.map(({ gain }) => gain)).size).toBe(1);
  });

  test("ranks what is harder for small models higher", () => {
    const [short, long] = scoreLines(
      lines({ id: 1, prompt: "short" }, { id: 2, prompt: "much longer" }),
      classify,
    );
    expect(long?.gain).toBeGreaterThan(short?.gain ?? 0);
  });

  test.each([
    { name: "no JSON", line: "{", says: /^line 2: it is not valid JSON$/ },
    { name: "no id", line: '{"prompt":"secret"}', says: /^line 2: id is not as it should be/ },
    { name: "nothing to read", line: '{"id":1}', says: /^line 2: it has neither a prompt/ },
    {
      name: "a request that is none",
      line: '{"id":1,"messages":[{"role":"owl","content":"secret"}]}',
      says: /^line 2: invalid value for 'messages\[0\]/,
    },
    { name: "no object", line: "7", says: /^line 2: it is not as it should be/ },
  ])("names the line that has $name, and quotes nothing", ({ line, says }) => {
    const scoring = () =>
      scoreLines(`${JSON.stringify({ id: 1, prompt: "x" })}\n${line}\n`, classify);
    expect(scoring).toThrow(says);
    expect(scoring).not.toThrow(/secret/);
  });
});

test("the gain of a usual request is that of a large model over a small one", () => {
  const usual = classify({ turns: [] } as never);
  const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));
  expect(gainOf(usual)).toBeCloseTo(sigmoid(1.5) - sigmoid(-0.1), 12);
});
