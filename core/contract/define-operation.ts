import * as z from "zod";
import type { Operation } from "./operation";

const nothing = z.strictObject({});
const noBody = z.undefined();

type Defaults = {
  readonly params: typeof nothing;
  readonly query: typeof nothing;
  readonly body: typeof noBody;
  readonly answer: z.ZodUndefined;
  readonly status: 200;
};

type Given = Pick<Operation, "id" | "method" | "path" | "summary" | "least"> &
  Partial<Pick<Operation, "params" | "query" | "body" | "answer" | "status">>;

/** An operation with what it does not say: no parameters, no body, no answer, status 200. */
export const defineOperation = <const O extends Given>(given: O): Omit<Defaults, keyof O> & O => ({
  ...({
    params: nothing,
    query: nothing,
    body: noBody,
    answer: z.undefined(),
    status: 200,
  } as const),
  ...given,
});
