/** Of an OpenAPI document, as much as is read here. */
export type JsonSchema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly additionalProperties?: unknown;
};

export type OpenApiOperation = {
  readonly operationId: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: "path" | "query";
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
};

export type BadInput = {
  /** As the answer has to name it. */
  readonly field: string;
  readonly wrong: string;
  readonly path: string;
  readonly query: string;
  readonly body?: string;
};

type Wrong = { readonly wrong: string; readonly value: unknown };

const long = "x".repeat(20_000);

const textual = (schema: JsonSchema): boolean =>
  schema.type === "string" || (schema.anyOf?.some(textual) ?? false);

/** Whether the empty text is a value of its own: a filter for what is untagged, or a field left out. */
const mayBeEmpty = (schema: JsonSchema): boolean =>
  schema.anyOf?.some(mayBeEmpty) ??
  (schema.type === "string" &&
    schema.enum === undefined &&
    schema.pattern === undefined &&
    schema.format === undefined);

/** Values that a field of the body can't have. */
const wrongValues = (schema: JsonSchema): readonly Wrong[] => [
  { wrong: "a wrong type", value: schema.type === "array" ? 7 : [[]] },
  ...(textual(schema)
    ? [
        { wrong: "too long", value: long },
        { wrong: "a control character", value: "a\u0007b" },
        { wrong: "a number", value: 7 },
      ]
    : []),
  ...(schema.type === "integer"
    ? [
        { wrong: "a fraction", value: 0.5 },
        { wrong: "negative", value: -1 },
        { wrong: "a text", value: "7" },
        { wrong: "too large", value: 1e300 },
      ]
    : []),
  ...(schema.type === "boolean" ? [{ wrong: "a text", value: "true" }] : []),
];

const sample = (schema: JsonSchema): unknown => {
  if (schema.anyOf) return sample(schema.anyOf.find(({ type }) => type !== "null") ?? {});
  if (schema.enum) return schema.enum[0];
  if (schema.type === "integer" || schema.type === "number") return 1;
  if (schema.type === "boolean") return true;
  if (schema.type === "array") return [sample(schema.items ?? {})];
  if (schema.type === "object") {
    return Object.fromEntries(
      (schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? {})]),
    );
  }
  if (schema.format === "email") return "somebody@example.com";
  if (schema.format === "date-time") return "2026-11-24T14:03:07Z";
  return "openai/gpt-4o";
};

/** Every field of an object and of those in it, with the path to it. */
const fieldsOf = (
  schema: JsonSchema,
  before: readonly string[] = [],
): readonly { readonly path: readonly string[]; readonly schema: JsonSchema }[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = [...before, name];
    const inner = field.properties ? field : field.anyOf?.find(({ properties }) => properties);
    return [{ path, schema: field }, ...(inner ? fieldsOf(inner, path) : [])];
  });

const withValue = (
  object: object,
  [name = "", ...rest]: readonly string[],
  value: unknown,
): object => {
  const known = (object as Record<string, unknown>)[name];
  const inner = typeof known === "object" && known !== null ? known : {};
  return { ...object, [name]: rest.length === 0 ? value : withValue(inner, rest, value) };
};

const wrongTexts = (schema: JsonSchema): readonly Wrong[] => [
  { wrong: "too long", value: long },
  { wrong: "a control character", value: "a\u0007b" },
  ...(mayBeEmpty(schema) ? [] : [{ wrong: "empty", value: "" }]),
];

const pathParameters: Readonly<Record<string, string>> = {
  key: "0000000000",
  provider: "openai",
  user: "00000000-0000-4000-8000-000000000000",
  invite: "0000000000000000",
  request: "req_01KAV0000000000000000000AA",
};

const fill = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));

/** Wrong input for every field of an operation, made from its description alone. */
export const badInputsOf = (
  { parameters, requestBody }: OpenApiOperation,
  path: string,
): readonly BadInput[] => {
  const schema = requestBody?.content["application/json"]?.schema;
  const good = schema && (sample(schema) as object);
  const body = good && JSON.stringify(good);
  const rightPath = fill(path, pathParameters);
  const rest = { path: rightPath, query: "", ...(body !== undefined && { body }) };
  const inPath = parameters
    .filter((parameter) => parameter.in === "path")
    .flatMap(({ name }) =>
      ["a\u0007b", "x".repeat(2_000), "not one"].map((value) => ({
        ...rest,
        field: `params.${name}`,
        wrong: value.slice(0, 10),
        path: fill(path, { ...pathParameters, [name]: value }),
      })),
    );
  const inQuery = parameters
    .filter((parameter) => parameter.in === "query")
    .flatMap(({ name, schema: field }) =>
      wrongTexts(field).map(({ wrong, value }) => ({
        ...rest,
        field: `query.${name}`,
        wrong,
        query: `?${new URLSearchParams({ [name]: String(value).slice(0, 4_000) }).toString()}`,
      })),
    );
  const unknown = { ...rest, field: "query.surprise", wrong: "unknown", query: "?surprise=1" };
  if (!schema || !good) return [...inPath, ...inQuery, unknown];
  const inBody = fieldsOf(schema).flatMap((field) =>
    [
      ...wrongValues(field.schema),
      ...(mayBeEmpty(field.schema) || !textual(field.schema)
        ? []
        : [{ wrong: "empty", value: "" }]),
    ].map(({ wrong, value }) => ({
      ...rest,
      field: ["body", ...field.path].join("."),
      wrong,
      body: JSON.stringify(withValue(good, field.path, value)),
    })),
  );
  const surprises = [
    {
      ...rest,
      field: "body.surprise",
      wrong: "unknown",
      body: JSON.stringify({ ...good, surprise: 1 }),
    },
    { ...rest, field: "body", wrong: "no JSON", body: "{" },
    { ...rest, field: "body", wrong: "a list", body: "[]" },
  ];
  return [...inPath, ...inQuery, unknown, ...inBody, ...surprises];
};
