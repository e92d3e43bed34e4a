import type { JsonSchema } from "../../chat/answer-format";

/** How an answer can be checked without a model: what kinds there are. */
export const checkKinds = ["schema", "json", "label", "short"] as const;

export type CheckKind = (typeof checkKinds)[number];

/** What a short answer consists of. */
export type ShortForm = "number" | "letter" | "word";

/**
 * What a right answer must look like. Whether it is true, no check can tell: a wrong label is a label.
 */
export type AnswerCheck =
  /** It parses, and validates against the schema. */
  | { readonly kind: "schema"; readonly schema: JsonSchema }
  /** It parses, to an object. */
  | { readonly kind: "json" }
  /** It is one of these and nothing else; upper and lower case count the same. */
  | { readonly kind: "label"; readonly labels: readonly string[] }
  | { readonly kind: "short"; readonly form: ShortForm };
