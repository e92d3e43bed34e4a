import { type Run, runRecordings } from "./run-recordings";

/** 795 exchanges and 123 answers were recorded; what is no conversation is counted by name. */
const recorded = 918;

let runs: readonly Run[] = [];
let others = 0;
beforeAll(async () => {
  const all = await runRecordings();
  runs = all.runs;
  others = all.others.length;
}, 300_000);

test("every recording is either a conversation or named as something else", () => {
  // Some files hold two answers.
  const conversations = new Set(runs.map(({ name }) => name.replace(/, \d+\)$/, ")")));
  expect(conversations.size + others).toBe(recorded);
  expect(others).toBeLessThan(50);
});

test("what a provider said reaches its caller whole in every dialect, or what is lost is named", () => {
  const answers = runs.filter(({ way }) => way.startsWith("answer"));
  expect(answers.length).toBeGreaterThan(2_500);
  expect(answers.filter(({ outcome }) => outcome.kind === "failed")).toEqual([]);
});

test("what a caller asked goes out whole to every dialect, or is refused by name", () => {
  const requests = runs.filter(({ way }) => way.startsWith("request"));
  expect(requests.length).toBeGreaterThan(2_000);
  expect(requests.filter(({ outcome }) => outcome.kind === "failed")).toEqual([]);
});
