import { Ajv2020 } from "ajv/dist/2020";
import fc from "fast-check";
import { generateJson } from "../../../../local/sandbox/json-schema/generate";
import { SandboxError } from "../../../../local/sandbox/sandbox-error";
import { seededDice } from "../../../../local/sandbox/seeded";
import { satisfiableSchema } from "./satisfiable-schema";

const ajv = new Ajv2020({ strict: false, validateFormats: false });

const generated = (schema: unknown, seed = "a") => generateJson(schema, seededDice(seed));

const violations = (schema: object, seed: string) => {
  const value = generated(schema, seed);
  return ajv.validate(schema, value) ? [] : [{ value, errors: ajv.errors }];
};

const seeds = Array.from({ length: 40 }, (_, n) => `seed ${n}`);

describe("generated JSON", () => {
  test("satisfies any satisfiable schema", () => {
    fc.assert(
      fc.property(satisfiableSchema, fc.string(), (schema, seed) => {
        expect(violations(schema, seed)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("is the same for the same schema and seed", () => {
    fc.assert(
      fc.property(satisfiableSchema, fc.string(), (schema, seed) => {
        expect(generated(schema, seed)).toEqual(generated(schema, seed));
      }),
    );
  });

  const person = {
    type: "object",
    properties: {
      name: { type: "string", minLength: 3 },
      children: { type: "array", items: { $ref: "#/$defs/person" } },
    },
    required: ["name", "children"],
    additionalProperties: false,
  };

  test.each([
    {
      name: "a list that refers to itself through $defs",
      schema: { $ref: "#/$defs/person", $defs: { person } },
    },
    {
      name: "a chain that may end with null",
      schema: {
        type: "object",
        properties: {
          value: { type: "integer" },
          next: { anyOf: [{ $ref: "#" }, { type: "null" }] },
        },
        required: ["value", "next"],
      },
    },
    {
      name: "a tree that only its leaves end",
      schema: {
        $ref: "#/definitions/node",
        definitions: {
          node: { anyOf: [{ $ref: "#/definitions/fork" }, { const: "leaf" }] },
          fork: {
            type: "object",
            properties: { l: { $ref: "#/definitions/node" }, r: { $ref: "#/definitions/node" } },
            required: ["l", "r"],
          },
        },
      },
    },
    {
      name: "a ref with keywords beside it",
      schema: { $ref: "#/$defs/n", maximum: 5, $defs: { n: { type: "integer", minimum: 4 } } },
    },
    {
      name: "allOf whose parts share a property",
      schema: {
        allOf: [
          { type: "object", properties: { n: { type: "number", minimum: 3 } }, required: ["n"] },
          { properties: { n: { type: "integer", maximum: 4 } } },
        ],
      },
    },
    {
      name: "allOf of two lists of alternatives",
      schema: {
        allOf: [
          { anyOf: [{ minimum: 10 }, { minimum: 20 }] },
          { anyOf: [{ maximum: 30 }, { maximum: 40 }] },
        ],
        type: "integer",
      },
    },
    { name: "a const of null", schema: { const: null } },
    { name: "an enum limited by its type", schema: { type: "integer", enum: ["a", 2, null] } },
    { name: "an enum with null in it", schema: { type: ["string", "null"], enum: ["a", null] } },
    { name: "several types", schema: { type: ["null", "object", "array", "integer"] } },
    {
      name: "a tuple",
      schema: { prefixItems: [{ type: "null" }, { type: "boolean" }], minItems: 2 },
    },
    { name: "a tuple and no more", schema: { prefixItems: [{ type: "null" }], items: false } },
    {
      name: "unique items of few values",
      schema: { items: { enum: [1, 2] }, uniqueItems: true, minItems: 2 },
    },
    {
      name: "steps of a tenth",
      schema: { type: "number", multipleOf: 0.1, minimum: 0.3, maximum: 1 },
    },
    {
      name: "steps in whole numbers",
      schema: { type: "integer", multipleOf: 2.5, minimum: 1, maximum: 9 },
    },
    {
      name: "exclusive whole bounds",
      schema: { type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 3 },
    },
    {
      name: "a narrow gap",
      schema: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 0.001 },
    },
    { name: "a pattern", schema: { type: "string", pattern: "^[A-Z]{2}-\\d{4}(x|y)?$" } },
    {
      name: "a pattern with a length",
      schema: { pattern: "^[a-z]+$", minLength: 30, maxLength: 40 },
    },
    {
      name: "a required property that is not described",
      schema: { required: ["a"], properties: {} },
    },
    {
      name: "a map of a least size",
      schema: { additionalProperties: { type: "integer" }, minProperties: 3 },
    },
    { name: "a property that must stay away", schema: { properties: { a: false, b: true } } },
    { name: "an empty schema", schema: {} },
  ])("satisfies $name", ({ schema }) => {
    expect(seeds.flatMap((seed) => violations(schema, seed))).toEqual([]);
  });

  test.each([
    { format: "date", shape: /^2026-\d\d-\d\d$/ },
    { format: "date-time", shape: /^2026-\d\d-\d\dT\d\d:\d\d:\d\dZ$/ },
    { format: "email", shape: /^\w+@example\.com$/ },
    { format: "uuid", shape: /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/ },
    { format: "ipv4", shape: /^192\.0\.2\.\d+$/ },
    { format: "uri", shape: /^https:\/\/example\.com\/\w+$/ },
  ])("keeps the format $format", ({ format, shape }) => {
    for (const seed of seeds) expect(generated({ type: "string", format }, seed)).toMatch(shape);
  });

  test.each([
    { name: "a ref that leads nowhere", schema: { $ref: "#/$defs/none" }, says: /#\/\$defs\/none/ },
    {
      name: "a ref out of the document",
      schema: { $ref: "http://a/b" },
      says: /must start with '#'/,
    },
    { name: "a ref to itself", schema: { $ref: "#" }, says: /recurse/ },
    {
      name: "a recursion that can't end",
      schema: { properties: { next: { $ref: "#" } }, required: ["next"] },
      says: /recurse/,
    },
    {
      name: "no room for a number",
      schema: { type: "integer", minimum: 1.2, maximum: 1.8 },
      says: /fits/,
    },
    {
      name: "a contradiction",
      schema: { allOf: [{ type: "null" }, { type: "string" }] },
      says: /contra/,
    },
    { name: "an unknown type", schema: { type: "text" }, says: /type is not valid/ },
    { name: "a broken pattern", schema: { pattern: "(" }, says: /regular expression/ },
    {
      name: "too few unique items",
      schema: { items: { const: 1 }, uniqueItems: true, minItems: 2 },
      says: /items/,
    },
  ])("refuses $name with a 400 that says so", ({ schema, says }) => {
    expect(() => generated(schema)).toThrow(SandboxError);
    expect(() => generated(schema)).toThrow(says);
  });
});
