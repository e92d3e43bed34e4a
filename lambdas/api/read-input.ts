import * as z from "zod";
import type { InputOf, Operation } from "../../core/contract/operation";

/** What came over HTTP, in no cloud's shape. */
export type ApiCall = {
  readonly path: Readonly<Record<string, string>>;
  /** Without the question mark. */
  readonly query: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Absent: none. */
  readonly body?: string;
};

type Problem = { readonly field: string; readonly message: string };

/** Fields that are not as the contract says. No message quotes a value: it may be a key. */
export class InvalidInputError extends Error {
  override readonly name = "InvalidInputError";
  constructor(
    readonly code: "invalid_input" | "invalid_json",
    readonly problems: readonly Problem[],
  ) {
    super(
      problems
        .map(({ field, message }) => `${field} ${message}`)
        .join("; ")
        .slice(0, 2_000),
    );
  }
}

/** Repeated names become lists. */
const queryFields = (query: string): Record<string, string | string[]> => {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
};

const bodyOf = (operation: Operation, text: string | undefined): unknown => {
  // What is signed as it came is read as it came.
  if (operation.body instanceof z.ZodString) return text ?? "";
  if (text === undefined || text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInputError("invalid_json", [
      { field: "body", message: "is no JSON; send an object with content-type application/json" },
    ]);
  }
};

const messages: Partial<Record<string, (issue: z.core.$ZodIssue) => string>> = {
  unrecognized_keys: () => "is unknown here; leave it out",
  too_big: (issue) => `is too ${"origin" in issue && issue.origin === "string" ? "long" : "large"}`,
};

const messageOf = (issue: z.core.$ZodIssue): string => {
  const own = messages[issue.code]?.(issue);
  if (own === undefined) return issue.message;
  const most = "maximum" in issue ? `; at most ${String(issue.maximum)}` : "";
  return `${own}${most}`;
};

/** Each unknown field is a problem of its own, so that its name is told. */
const problemsOf = (part: string, issues: readonly z.core.$ZodIssue[]): readonly Problem[] =>
  issues.flatMap((issue) => {
    const path = [part, ...issue.path.map(String)];
    const names = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
    return names.map((name) => ({
      // What somebody called a field may be anything.
      field: [...path, ...(name === undefined ? [] : [name.slice(0, 100)])].join("."),
      message: messageOf(issue),
    }));
  });

/**
 * Reads a call by the operation's schemas.
 *
 * @throws InvalidInputError that names every field at fault.
 */
export const readInput = <O extends Operation>(operation: O, call: ApiCall): InputOf<O> => {
  const given = {
    params: call.path,
    query: queryFields(call.query),
    body: bodyOf(operation, call.body),
  };
  const parts = (["params", "query", "body"] as const).map((part) => {
    // An operation without a body takes an empty object as well.
    const value = given[part];
    const empty = part === "body" && operation.body instanceof z.ZodUndefined && isEmpty(value);
    return { part, parsed: operation[part].safeParse(empty ? undefined : value) };
  });
  const problems = parts.flatMap(({ part, parsed }) =>
    parsed.success ? [] : problemsOf(part, parsed.error.issues),
  );
  if (problems.length > 0) throw new InvalidInputError("invalid_input", problems);
  return Object.fromEntries(parts.map(({ part, parsed }) => [part, parsed.data])) as InputOf<O>;
};

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length === 0;
