import * as z from "zod";
import { EmulatorError } from "./emulator-error";

/** One operation of one service: the parsed JSON body in, the answer's members out. */
export type Operation = (input: unknown) => object | Promise<object>;

export type Operations = Readonly<Record<string, Operation>>;

/** An operation whose input is checked first; throws `ValidationException` naming what is wrong. */
export const operation =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (input: z.output<Schema>) => object | Promise<object>,
  ): Operation =>
  (input) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) {
      throw new EmulatorError("ValidationException", z.prettifyError(parsed.error));
    }
    return run(parsed.data);
  };

/** Finds an operation by name; throws `UnknownOperationException` naming it. */
export const findOperation = (operations: Operations, service: string, name: string): Operation => {
  const found = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (found) return found;
  const known = Object.keys(operations).sort().join(", ");
  throw new EmulatorError(
    "UnknownOperationException",
    `the local ${service} emulator does not know ${name}; it knows ${known}`,
  );
};
