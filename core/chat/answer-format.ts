/** A JSON schema as a caller wrote it: nothing in it is to be trusted. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The format of answers that a request asks for by a field of its own, in no dialect. */
export type AnswerFormat =
  | { readonly kind: "schema"; readonly schema: JsonSchema }
  | { readonly kind: "json" }
  | { readonly kind: "text" };
