import type { Verdict } from "../../../../../core/routing/decision";
import { verdictWords } from "../../../../../frontend/src/pages/requests/detail/verdict-words";

test.each<{ verdict: Verdict; words: string }>([
  { verdict: "chosen", words: "chosen" },
  { verdict: "dearer-than-chosen", words: "dearer" },
  { verdict: "below-bar", words: "below bar" },
  { verdict: "no-tools", words: "no tools" },
  { verdict: "no-credential", words: "no credential" },
  { verdict: "circuit-open", words: "circuit open" },
])("$verdict reads $words", ({ verdict, words }) => expect(verdictWords(verdict)).toBe(words));

test("a verdict that is newer than the page is shown as it is named", () => {
  expect(verdictWords("no-telepathy")).toBe("no telepathy");
});
