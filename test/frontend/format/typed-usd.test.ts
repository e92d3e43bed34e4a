import fc from "fast-check";
import { readUsd, typedUsd } from "../../../frontend/src/format/typed-usd";

test.each([
  { typed: "10", microUsd: 10_000_000 },
  { typed: " $2.50 ", microUsd: 2_500_000 },
  { typed: "0.29", microUsd: 290_000 },
  { typed: "0", microUsd: 0 },
  { typed: "0.000001", microUsd: 1 },
  { typed: "0.1000000", microUsd: 100_000 },
  { typed: "1,234.5", microUsd: 1_234_500_000 },
  { typed: "1000000000", microUsd: 1_000_000_000_000_000 },
])("$typed is $microUsd µUSD, by its digits", ({ typed, microUsd }) => {
  expect(readUsd(typed)).toEqual({ microUsd });
});

test.each([
  { typed: "", problem: /no amount/ },
  { typed: "0.0000001", problem: /at most 6 decimals/ },
  { typed: "1.0000000000001", problem: /at most 6 decimals/ },
  { typed: "-5", problem: /no amount/ },
  { typed: "1,5", problem: /no amount/ },
  { typed: "1,23,4", problem: /no amount/ },
  { typed: "1e3", problem: /no amount/ },
  { typed: "5 USD", problem: /no amount/ },
  { typed: "1000000000.01", problem: /at most \$1,000,000,000/ },
])("'$typed' is refused with the way out", ({ typed, problem }) => {
  expect(readUsd(typed)).toEqual({ problem: expect.stringMatching(problem) as string });
});

test("every amount is written as what reads back the same, with or without cents", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000_000_000 }),
      fc.constantFrom(0, 2),
      (microUsd, decimals) => {
        expect(readUsd(typedUsd(microUsd, decimals))).toEqual({ microUsd });
      },
    ),
  );
});

test("cents stand where they are asked for", () => {
  expect([typedUsd(5_000_000, 2), typedUsd(5_000_000), typedUsd(0, 2)]).toEqual(["5.00", "5", "0"]);
});
