import { randomFrom } from "../../training/random-order";
import { fitTrust } from "../../training/trust";
import { judgedAs } from "./toy-judged";

/** Models of three abilities that are right as the shift says, but for `times` as much of it. */
const judgedWith = (times: number) => {
  const random = randomFrom(5);
  const levels = { a: -0.6, b: -0.5, c: 0.4, d: 0.5, e: 1.4, f: 1.5 };
  return Array.from({ length: 2_000 }, (_, at) => {
    const shift = 4 * random() - 2;
    const scores = Object.fromEntries(
      Object.entries(levels).map(([model, level]) => [
        model,
        random() < 1 / (1 + Math.exp(-(level + times * shift))) ? 1 : 0,
      ]),
    );
    return judgedAs({ id: String(at), scores }, shift);
  });
};

describe("how far shifts are trusted", () => {
  test.each([
    { name: "that are half as large", times: 0.5 },
    { name: "that are as large", times: 1 },
  ])("goes by the successes: shifts of effects $name", ({ times }) => {
    for (const trust of fitTrust(judgedWith(times))) {
      expect(Math.abs(trust - times)).toBeLessThanOrEqual(0.151);
    }
  });

  test("stays within its bounds where shifts say nothing", () => {
    expect(fitTrust(judgedWith(0))).toEqual([0.4, 0.4, 0.4]);
  });
});
