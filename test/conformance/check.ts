import assert from "node:assert/strict";
import type { Target } from "./case";
import { box, trafficInput, weatherInput } from "./given";

/** A model's own name, without its provider's. */
const nameOf = ({ model }: Target): string => model.slice(model.indexOf("/") + 1);

/** The text is the sandbox's, of the model that was asked for and of no other. */
export const isCanned = (text: string | null | undefined, target: Target): void => {
  const words = `canned answer from SmashCost's sandbox (${nameOf(target)})`;
  assert.ok(text?.includes(words), `"${text?.slice(0, 120)}" has no "${words}"`);
};

/** A count of tokens: whole and above 0. */
export const isCount = (count: number | null | undefined): void => {
  assert.ok(Number.isInteger(count) && Number(count) > 0, `${count} is no count of tokens`);
};

/** A call of a tool, in no dialect; the arguments as JSON text, or parsed. */
export type MadeCall = { readonly id: string; readonly name: string; readonly input: unknown };

const parsed = (input: unknown): unknown => (typeof input === "string" ? JSON.parse(input) : input);

/** One call of `get_weather` with what its schema asks for. */
export const callsWeather = (calls: readonly MadeCall[]): void => {
  assert.deepEqual(
    calls.map(({ name }) => name),
    ["get_weather"],
  );
  weatherInput.parse(parsed(calls[0]?.input));
  assert.ok(calls[0]?.id, "the call has no id");
};

/** Calls of both tools, in the order in which they were given, with ids of their own. */
export const callsBoth = (calls: readonly MadeCall[]): void => {
  assert.deepEqual(
    calls.map(({ name }) => name),
    ["get_weather", "get_traffic"],
  );
  weatherInput.parse(parsed(calls[0]?.input));
  trafficInput.parse(parsed(calls[1]?.input));
  assert.equal(new Set(calls.map(({ id }) => id)).size, 2, "both calls have one id");
};

/** What was parsed for the caller is a box. */
export const isBox = (value: unknown): void => {
  assert.deepEqual(box.parse(value), value);
};

/** The error that a promise rejects with; rejects where it does not. */
export const errorOf = async (promise: PromiseLike<unknown>): Promise<unknown> => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: "the request did not fail" });
};

/** The errors that all of them reject with. */
export const errorsOf = (...promises: PromiseLike<unknown>[]): Promise<unknown[]> =>
  Promise.all(promises.map(errorOf));

/** The error is of the client's own class, and of a status. */
export const failsAs = (
  error: unknown,
  type: new (...args: never[]) => unknown,
  fields: Readonly<Record<string, unknown>>,
): void => {
  assert.ok(error instanceof type, `${String(error)} is no ${type.name}`);
  for (const [name, value] of Object.entries(fields)) {
    const actual = (error as Record<string, unknown>)[name];
    assert.deepEqual(actual, value, `${name} is ${JSON.stringify(actual)} of ${String(error)}`);
  }
};
