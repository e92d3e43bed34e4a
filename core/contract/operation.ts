import type * as z from "zod";
import type { Role } from "./role";

/**
 * Who may call an operation: `public` anybody, `signed-in` whoever has an account, a role whoever has
 * it, or a higher one, in the organization that is acted on.
 */
export type Least = "public" | "signed-in" | Role;

/**
 * One thing that the dashboard's API does. Requests are read strictly by `params`, `query` and
 * `body`; what answers is plain JSON of the shape of `answer`.
 */
export type Operation = {
  /** `resource.verb`, as audit rows and OpenAPI name it. */
  readonly id: `${string}.${string}`;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path parameters in braces: `/api/keys/{key}`. */
  readonly path: `/api/${string}`;
  /** One sentence for the reader of the OpenAPI document. */
  readonly summary: string;
  readonly least: Least;
  readonly params: z.ZodObject;
  /** Values come as text; a list where a name is repeated. */
  readonly query: z.ZodObject;
  readonly body: z.ZodType;
  readonly answer: z.ZodType;
  /** Of success. */
  readonly status: 200 | 201 | 202 | 204;
};

/** What a handler is given of an operation's request. */
export type InputOf<O extends Operation> = {
  readonly params: z.output<O["params"]>;
  readonly query: z.output<O["query"]>;
  readonly body: z.output<O["body"]>;
};

/** What a client sends. */
export type SentOf<O extends Operation> = {
  readonly params: z.input<O["params"]>;
  readonly query: z.input<O["query"]>;
  readonly body: z.input<O["body"]>;
};

export type AnswerOf<O extends Operation> = z.output<O["answer"]>;
