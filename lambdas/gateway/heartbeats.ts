import { within } from "../shared/within";

/** A comment: no client shows it, and no idle timeout on the way fires. */
export const heartbeat: Uint8Array = Buffer.from(": still waiting for the provider\n\n");

export type Awaited<T> = {
  /** Present if it came before the first heartbeat was due. */
  readonly first: T | undefined;
  /** The stream: heartbeats while it is waited for, then what is made of it. */
  stream(
    pass: (begun: T) => AsyncIterable<Uint8Array>,
    fail: (error: unknown) => Uint8Array,
  ): AsyncIterable<Uint8Array>;
};

/** Nobody reads on, but what was begun still has to be ended and recorded. */
const leave = async <T>(
  beginning: Promise<T>,
  pass: (begun: T) => AsyncIterable<Uint8Array>,
  fail: (error: unknown) => Uint8Array,
): Promise<void> => {
  try {
    for await (const _ of pass(await beginning)) break;
  } catch (error) {
    fail(error);
  }
};

/** Heartbeats until the stream begins, then what is made of it. */
const waitAndPass = async function* <T>(
  beginning: Promise<T>,
  heartbeatMs: number,
  pass: (begun: T) => AsyncIterable<Uint8Array>,
  fail: (error: unknown) => Uint8Array,
): AsyncGenerator<Uint8Array, void, undefined> {
  let begun: T | undefined;
  let left = true;
  try {
    while (begun === undefined) {
      yield heartbeat;
      begun = await within(beginning, heartbeatMs);
    }
    left = false;
  } catch (error) {
    left = false;
    yield fail(error);
    return;
  } finally {
    if (left) void leave(beginning, pass, fail);
  }
  yield* pass(begun);
};

/**
 * Waits for a stream to begin; if that takes longer than one heartbeat, resolves all the same, and
 * the wait goes on within the stream.
 *
 * @throws what `beginning` throws before the first heartbeat is due.
 */
export const withHeartbeats = async <T>(
  beginning: Promise<T>,
  heartbeatMs: number,
): Promise<Awaited<T>> => {
  const first = await within(beginning, heartbeatMs);
  return {
    first,
    stream: (pass, fail) =>
      first === undefined ? waitAndPass(beginning, heartbeatMs, pass, fail) : pass(first),
  };
};
