import { readUsd } from "../../../../frontend/src/pages/keys/read-usd";

test.each([
  { typed: "10", microUsd: 10_000_000 },
  { typed: " $2.50 ", microUsd: 2_500_000 },
  { typed: "0.000001", microUsd: 1 },
  { typed: "0.1000000", microUsd: 100_000 },
  { typed: "1,234.5", microUsd: 1_234_500_000 },
  { typed: "1000000000", microUsd: 1_000_000_000_000_000 },
])("$typed is $microUsd µUSD, by its digits", ({ typed, microUsd }) => {
  expect(readUsd(typed)).toEqual({ microUsd });
});

test("nothing is no budget", () => {
  expect(readUsd("  ")).toEqual({ microUsd: undefined });
});

test.each([
  { typed: "0.0000001", problem: /at most 6 decimals/ },
  { typed: "1.0000000000001", problem: /at most 6 decimals/ },
  { typed: "0", problem: /more than \$0/ },
  { typed: "0.00", problem: /more than \$0/ },
  { typed: "-5", problem: /no amount/ },
  { typed: "1,5", problem: /no amount/ },
  { typed: "1e3", problem: /no amount/ },
  { typed: "ten", problem: /no amount/ },
  { typed: "1000000000.01", problem: /at most \$1,000,000,000/ },
])("$typed is refused with the way out", ({ typed, problem }) => {
  expect(readUsd(typed)).toEqual({ problem: expect.stringMatching(problem) as string });
});
