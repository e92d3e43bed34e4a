import fc from "fast-check";
import { createSchemaMatcher } from "../../../lambdas/shared/matches-schema";

// Far above what an answer takes, so that a busy machine fails no honest one.
const matches = createSchemaMatcher(2_000);

const person = {
  type: "object",
  required: ["name", "age"],
  additionalProperties: false,
  properties: {
    name: { type: "string", pattern: "^\\p{L}+$" },
    age: { type: "integer", minimum: 0 },
    friend: { anyOf: [{ $ref: "#" }, { type: "null" }] },
    mood: { enum: ["good", "bad"] },
  },
};

test.each([
  ["matches", { name: "Ada", age: 36 }, true],
  ["matches through a reference", { name: "Ada", age: 36, friend: { name: "Eve", age: 1 } }, true],
  ["lacks a field", { name: "Ada" }, false],
  ["has a field of the wrong type", { name: "Ada", age: "36" }, false],
  ["has a field too many", { name: "Ada", age: 36, x: 1 }, false],
  ["is outside of an enum", { name: "Ada", age: 36, mood: "so-so" }, false],
  ["breaks a pattern", { name: "4da", age: 36 }, false],
  ["is wrong behind a reference", { name: "Ada", age: 36, friend: { name: "Eve" } }, false],
])("a value that %s", (_, value, expected) => {
  expect(matches(person, value)).toBe(expected);
});

const doubling = {
  $ref: "#/$defs/d0",
  $defs: Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => {
      const next = { $ref: `#/$defs/d${at + 1}` };
      return [`d${at}`, at < 59 ? { allOf: [next, next] } : { type: "string" }];
    }),
  ),
};

describe("a schema that is out to do harm matches nothing, and soon", () => {
  const soon = createSchemaMatcher(50);
  test.each([
    ["backtracks for ever", { pattern: "^(a+)+$" }, `${"a".repeat(60)}b`],
    ["doubles with each reference", doubling, "x"],
    ["refers to itself", { $ref: "#" }, 1],
    ["refers to what is not there", { $ref: "#/$defs/none" }, 1],
    ["refers to the network", { $ref: "http://127.0.0.1:9/schema" }, 1],
    ["has a pattern that is none", { pattern: "(" }, "x"],
    ["is no schema", { type: 7, properties: 3, enum: "x" }, {}],
  ])("one that %s", (_, schema, value) => {
    const startedAt = performance.now();
    expect(soon(schema as Record<string, unknown>, value)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  test("and the next is judged as if nothing had happened", () => {
    soon({ pattern: "^(a+)+$" }, `${"a".repeat(60)}b`);
    expect(matches(person, { name: "Ada", age: 36 })).toBe(true);
  });
});

test("nothing is thrown, whatever the schema and the value", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (schema, value) => {
      expect(typeof matches(schema, value)).toBe("boolean");
    }),
  );
});
