import fc from "fast-check";
import type { Classification } from "../../../core/routing/classification";
import { clusters } from "../../../core/routing/heads/artifact";
import { tasks } from "../../../core/routing/task";

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Of one task more or less surely, with chances that add up to 1. */
const chancesArbitrary = fc
  .tuple(fc.nat({ max: tasks.length - 1 }), fc.constantFrom(0, 1, 100), fc.infiniteStream(share))
  .map(([likely, sureness, stream]) => {
    const odds = tasks.map((_, at) => {
      const { value } = stream.next();
      return (value as number) + 0.001 + (at === likely ? sureness : 0);
    });
    const sum = odds.reduce((a, b) => a + b, 0);
    return odds.map((one) => one / sum);
  });

export const classificationArbitrary: fc.Arbitrary<Classification> = fc
  .record({
    chances: chancesArbitrary,
    shifts: fc.tuple(...clusters.map(() => fc.double({ min: -3, max: 3, noNaN: true }))),
    unsure: fc.oneof(fc.constant(0), share),
    difficulty: share,
    by: fc.constant("test"),
  })
  .map((said) => {
    const confidence = Math.max(...said.chances);
    const task = tasks[said.chances.indexOf(confidence)] ?? "chat";
    return { ...said, task, confidence };
  });
