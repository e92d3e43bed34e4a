import type { Store } from "dynalite/db/index.js";
import validations from "dynalite/validations/index.js";
import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import { type DynaliteOperation, dynaliteOperations } from "./dynalite-operations";

/** How dynalite throws: a status and the body as DynamoDB would send it. */
const dynaliteErrorSchema = z.object({
  statusCode: z.number(),
  body: z.looseObject({ __type: z.string() }),
});

const toError = (thrown: unknown): unknown => {
  const parsed = dynaliteErrorSchema.safeParse(thrown);
  if (!parsed.success) return thrown;
  const { __type, message, Message, ...fields } = parsed.data.body;
  const text = typeof message === "string" ? message : typeof Message === "string" ? Message : "";
  return new EmulatorError(__type, text, { status: parsed.data.statusCode, fields });
};

/**
 * Runs one operation on a store, its input checked as DynamoDB checks it. Rejects with an
 * `EmulatorError` where DynamoDB would answer one.
 */
export const runDynalite = (
  store: Store,
  name: DynaliteOperation,
  input: unknown,
): Promise<object> =>
  new Promise((resolve, reject) => {
    const fail = (thrown: unknown): void => {
      const error = toError(thrown);
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const { run, rules } = dynaliteOperations[name];
    try {
      // A shallow copy, because the check takes unknown members out of what it is given.
      const checked = validations.checkTypes({ ...Object(input) }, rules.types);
      validations.checkValidations(checked, rules.types, rules.custom, store);
      run(store, checked, (error, answer) => {
        if (error) fail(error);
        else resolve(answer ?? {});
      });
    } catch (error) {
      fail(error);
    }
  });
