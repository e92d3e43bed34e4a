import {
  type Attempt,
  attemptBar,
  attemptWords,
  wholeTime,
} from "../../../../../frontend/src/pages/requests/detail/attempt-words";

const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  offer: "openai/gpt-4o",
  startedMs: 0,
  durationMs: 100,
  firstTokenMs: null,
  status: 200,
  outcome: "answered",
  errorCode: null,
  check: null,
  ...more,
});

test.each([
  { more: {}, words: "answered" },
  {
    more: { outcome: "refused", status: 429, errorCode: "rate_limited" },
    words: "refused with 429 (rate_limited)",
  },
  {
    more: { outcome: "timeout", status: null, errorCode: "timeout_first_token" },
    words: "took too long (timeout_first_token)",
  },
  { more: { check: "failed" as const }, words: "answered; its answer failed the check" },
])("an attempt reads: $words", ({ more, words }) => {
  expect(attemptWords(attempt(more))).toBe(words);
});

test("a bar lies where its attempt was in the request's time, and never beyond it", () => {
  const second = attempt({ startedMs: 300, durationMs: 100, firstTokenMs: 25 });
  const total = wholeTime([attempt(), second], 350);
  expect(total).toBe(400);
  expect(attemptBar(second, total)).toEqual({ start: 75, length: 25, firstToken: 25 });
  expect(attemptBar(attempt(), 0)).toEqual({ start: 0, length: 0, firstToken: undefined });
});
