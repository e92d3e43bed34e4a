import { retryDelayMs } from "../../../lambdas/gateway/retry-delay";

const half = () => 0.5;

describe("how long to wait before the same provider is asked again", () => {
  test.each([
    { name: "after the first failure a random part of 500 ms", attempt: 1, headers: {}, ms: 250 },
    { name: "after the second of a second", attempt: 2, headers: {}, ms: 500 },
    { name: "never above 8 s", attempt: 20, headers: {}, ms: 8_000 },
    { name: "the provider's wish wins", attempt: 1, headers: { "retry-after": "3" }, ms: 3_000 },
    { name: "also a short one", attempt: 3, headers: { "retry-after": "0" }, ms: 0 },
    {
      name: "fractions of a second count",
      attempt: 1,
      headers: { "retry-after": "1.5" },
      ms: 1_500,
    },
    {
      name: "milliseconds win over seconds",
      attempt: 1,
      headers: { "retry-after-ms": "40", "retry-after": "9" },
      ms: 40,
    },
    { name: "8 s are waited", attempt: 1, headers: { "retry-after": "8" }, ms: 8_000 },
    { name: "more are not", attempt: 1, headers: { "retry-after": "8.1" }, ms: undefined },
    { name: "nor 9,000 ms", attempt: 1, headers: { "retry-after-ms": "9000" }, ms: undefined },
    { name: "a wish for the past is now", attempt: 1, headers: { "retry-after": "-5" }, ms: 0 },
    {
      name: "a date is no number, and waits like none",
      attempt: 1,
      headers: { "retry-after": "Tue, 24 Nov 2026 12:00:00 GMT" },
      ms: 250,
    },
  ])("$name", ({ attempt, headers, ms }) => {
    expect(retryDelayMs(attempt, half, headers)).toBe(ms);
  });
});
