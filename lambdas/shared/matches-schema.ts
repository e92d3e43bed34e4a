import vm from "node:vm";
import { Validator } from "@cfworker/json-schema";
import type { MatchesSchema } from "../../core/routing/cascade/passes-check";

/**
 * Both schema and answer come from outside: a pattern may backtrack and references may multiply for
 * longer than the world exists. An ordinary answer takes less than a millisecond.
 */
const patienceMs = 100;

type Box = { run: () => unknown };

/** Calls a function that is broken off when its time is up: the one way that stops a regex as well. */
const createTimeBox = (): ((run: () => unknown, limitMs: number) => unknown) => {
  const box: Box = { run: () => undefined };
  const context = vm.createContext(box);
  const call = new vm.Script("run()");
  return (run, limitMs) => {
    box.run = run;
    try {
      return call.runInContext(context, { timeout: limitMs }) as unknown;
    } finally {
      box.run = () => undefined;
    }
  };
};

/**
 * A validator that interprets schemas of draft 2020-12, and makes no code of them. False where an
 * answer does not match, and also where that can't be found out in time: a reference that leads
 * nowhere or back to itself, a pattern that is none.
 */
export const createSchemaMatcher = (limitMs = patienceMs): MatchesSchema => {
  let timeBox: ReturnType<typeof createTimeBox> | undefined;
  return (schema, value) => {
    timeBox ??= createTimeBox();
    try {
      return (
        timeBox(() => new Validator(schema, "2020-12").validate(value).valid, limitMs) === true
      );
    } catch {
      return false;
    }
  };
};
