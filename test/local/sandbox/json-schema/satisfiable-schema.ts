import fc from "fast-check";

const ordered = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.nat(500))
  .map(([least, more]) => ({ minimum: least, maximum: least + more }));

const leaf: fc.Arbitrary<object> = fc.oneof(
  fc.constant({ type: "null" }),
  fc.constant({ type: "boolean" }),
  fc.constant({}),
  ordered.map((bounds) => ({ type: "integer", ...bounds })),
  ordered.map((bounds) => ({ type: "number", ...bounds })),
  fc
    .tuple(
      fc.double({ min: -100, max: 100, noNaN: true }),
      fc.double({ min: 0.001, max: 10, noNaN: true }),
    )
    .map(([least, more]) => ({
      type: "number",
      exclusiveMinimum: least,
      exclusiveMaximum: least + more,
    })),
  fc
    .tuple(fc.constantFrom(0.1, 0.25, 0.01, 3, 7), fc.integer({ min: -50, max: 50 }))
    .map(([multipleOf, minimum]) => ({ type: "number", multipleOf, minimum })),
  fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([least, more]) => ({ type: "string", minLength: least, maxLength: least + more })),
  fc.constantFrom("^a{3}$", "[0-9]{2,}", "^\\w+@\\w+\\.(com|org)$").map((pattern) => ({ pattern })),
  fc.array(fc.jsonValue({ maxDepth: 1 }), { minLength: 1, maxLength: 4 }).map((values) => ({
    enum: values,
  })),
  fc.string().map((value) => ({ const: value })),
);

const { schema } = fc.letrec<{ schema: object }>((tie) => {
  const objectSchema = fc
    .tuple(
      fc.dictionary(fc.string({ maxLength: 6 }), tie("schema"), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([properties, all, open]) => ({
      type: "object",
      properties,
      required: Object.keys(properties).filter((_, index) => all || index % 2 === 0),
      additionalProperties: open,
    }));
  const arraySchema = fc.tuple(tie("schema"), fc.nat(3), fc.nat(3)).map(([items, least, more]) => ({
    type: "array",
    items,
    minItems: least,
    maxItems: least + more,
  }));
  const alternatives = fc
    .tuple(fc.constantFrom("anyOf"), fc.array(tie("schema"), { minLength: 1, maxLength: 3 }))
    .map(([keyword, choices]) => ({ [keyword]: choices }));
  return {
    schema: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaf,
      objectSchema,
      arraySchema,
      alternatives,
    ),
  };
});

/** Schemas of every keyword that has no hidden contradiction; some go through a `$ref`. */
export const satisfiableSchema: fc.Arbitrary<object> = fc.oneof(
  schema,
  schema.map((part) => ({
    type: "object",
    properties: {
      one: { $ref: "#/$defs/part" },
      list: { type: "array", items: { $ref: "#/$defs/part" } },
    },
    required: ["one", "list"],
    additionalProperties: false,
    $defs: { part },
  })),
);
