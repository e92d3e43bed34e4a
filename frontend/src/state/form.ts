import { createStore } from "solid-js/store";
import type * as z from "zod";
import { ApiError } from "../api/api-error";

type Texts = Record<string, unknown>;

const firstOf = (path: readonly PropertyKey[]): string => String(path[0] ?? "");

/** `body.budget.dailyMicroUsd` is about the field `budget`. */
const fieldOf = (named: string): string => named.replace(/^body\./, "").split(".")[0] ?? "";

const failureOf = (failure: unknown): { form: string; fields: Record<string, string> } => {
  const fields: Record<string, string> = {};
  const message = failure instanceof Error ? failure.message : "that did not work";
  if (failure instanceof ApiError) {
    for (const { field, message: words } of failure.problems) fields[fieldOf(field)] = words;
  }
  return { form: Object.keys(fields).length === 0 ? message : "", fields };
};

/**
 * A form whose errors stand under its fields: first what the contract's own schema says, then what
 * the API does. What was typed stays.
 *
 * @param read - what was typed as what is sent; problems by field where it can't be.
 */
export const createForm = <Typed extends Texts, Sent>(
  initial: () => Typed,
  read: (typed: Typed) => z.ZodSafeParseResult<Sent>,
) => {
  const [typed, setTyped] = createStore<Typed>(initial());
  const [errors, setErrors] = createStore<Record<string, string | undefined>>({});
  const [status, setStatus] = createStore({ busy: false, error: "", touched: false });

  const forgetErrors = () => {
    for (const name of Object.keys(errors)) setErrors(name, undefined);
    setStatus("error", "");
  };
  return {
    typed,
    errors,
    status,
    set: <Name extends keyof Typed & string>(name: Name, value: Typed[Name]) => {
      setTyped((before) => ({ ...before, [name]: value }));
      setErrors(name, undefined);
      setStatus("touched", true);
    },
    reset: () => {
      setTyped(initial());
      forgetErrors();
      setStatus("touched", false);
    },
    /** For `onSubmit`: reads, sends, and shows what was wrong. */
    submit: (send: (sent: Sent) => Promise<unknown>) => async (event?: Event) => {
      event?.preventDefault();
      if (status.busy) return;
      forgetErrors();
      const result = read(typed);
      if (!result.success) {
        for (const { path, message } of result.error.issues) setErrors(firstOf(path), message);
        return;
      }
      setStatus("busy", true);
      try {
        await send(result.data);
        setStatus("touched", false);
      } catch (failure) {
        const { form, fields } = failureOf(failure);
        for (const [name, message] of Object.entries(fields)) setErrors(name, message);
        setStatus("error", form);
      } finally {
        setStatus("busy", false);
      }
    },
  };
};
