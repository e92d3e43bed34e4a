import { parseEventPattern } from "../../../local/emulators/eventbridge/event-pattern";
import { matchesPattern } from "../../../local/emulators/eventbridge/matches-pattern";

const event = {
  source: "smashcost",
  "detail-type": "Spend Alert",
  detail: { organization: "o", spentUsd: 12.5, tags: ["a", "b"], nested: { state: "above" } },
};

describe("an event matches", () => {
  test.each<{ name: string; pattern: object; matches: boolean }>([
    { name: "an exact value", pattern: { source: ["smashcost"] }, matches: true },
    { name: "any of several values", pattern: { source: ["x", "smashcost"] }, matches: true },
    { name: "not another value", pattern: { source: ["x"] }, matches: false },
    {
      name: "not when one field of two differs",
      pattern: { source: ["smashcost"], "detail-type": ["x"] },
      matches: false,
    },
    { name: "a prefix", pattern: { "detail-type": [{ prefix: "Spend" }] }, matches: true },
    { name: "a suffix", pattern: { "detail-type": [{ suffix: "Alert" }] }, matches: true },
    { name: "not another prefix", pattern: { source: [{ prefix: "aws." }] }, matches: false },
    {
      name: "anything but a value",
      pattern: { source: [{ "anything-but": "aws" }] },
      matches: true,
    },
    {
      name: "not anything but its own value",
      pattern: { source: [{ "anything-but": ["smashcost", "aws"] }] },
      matches: false,
    },
    {
      name: "not anything but its own prefix",
      pattern: { source: [{ "anything-but": { prefix: "smash" } }] },
      matches: false,
    },
    {
      name: "a field that exists",
      pattern: { detail: { organization: [{ exists: true }] } },
      matches: true,
    },
    {
      name: "the absence of a field",
      pattern: { detail: { missing: [{ exists: false }] } },
      matches: true,
    },
    {
      name: "no value of a field that is absent",
      pattern: { detail: { missing: [{ "anything-but": "x" }] } },
      matches: false,
    },
    {
      name: "a number within bounds",
      pattern: { detail: { spentUsd: [{ numeric: [">", 10, "<=", 12.5] }] } },
      matches: true,
    },
    {
      name: "not a number out of bounds",
      pattern: { detail: { spentUsd: [{ numeric: [">", 12.5] }] } },
      matches: false,
    },
    {
      name: "an element of an array",
      pattern: { detail: { tags: ["b"] } },
      matches: true,
    },
    {
      name: "a nested field",
      pattern: { detail: { nested: { state: ["above"] } } },
      matches: true,
    },
  ])("$name", ({ pattern, matches }) => {
    expect(matchesPattern(event, parseEventPattern(JSON.stringify(pattern)))).toBe(matches);
  });
});

test.each([
  { name: "no JSON", text: "{" },
  { name: "a bare value", text: '{"source":"smashcost"}' },
  { name: "an empty list", text: '{"source":[]}' },
  { name: "a matcher that is not known", text: '{"source":[{"wildcard":"s*"}]}' },
  { name: "an alternative", text: '{"$or":[{"source":["a"]}]}' },
])("a pattern with $name is refused", ({ text }) => {
  expect(() => parseEventPattern(text)).toThrow("Event pattern is not valid");
});
