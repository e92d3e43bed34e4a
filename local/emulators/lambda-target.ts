import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "../../core/ports/log";
import { EmulatorError } from "./emulator-error";

/** Runs a function as Lambda would; resolves with what it answers. */
export type Invoke = (functionName: string, event: unknown) => Promise<unknown>;

/** Invokes functions the way other services do: without waiting for them, and again on failure. */
export type LambdaTarget = {
  /** Starts the function of an ARN; throws where there is no way to invoke any. */
  readonly start: (functionArn: string, event: unknown) => void;
  /** Gives up on retries, and resolves when no function is running. */
  readonly close: () => Promise<void>;
};

/**
 * Lambda runs a failed asynchronous invocation twice more, after one and two minutes; here it is
 * seconds, because nobody watches a laptop for minutes.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 * (read 2026-11-24).
 */
const retryDelaysMs = [1000, 2000];

/** The name in a function's ARN. */
export const functionNameOf = (functionArn: string): string =>
  /:function:([\w-]+)/.exec(functionArn)?.[1] ?? functionArn;

export const createLambdaTarget = (
  invoke: Invoke | undefined,
  log: Log | undefined,
): LambdaTarget => {
  const running = new Set<Promise<void>>();
  const closing = new AbortController();

  const run = async (name: string, event: unknown, invokeNow: Invoke): Promise<void> => {
    for (const retryDelayMs of [...retryDelaysMs, undefined]) {
      try {
        await invokeNow(name, event);
        return;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        log?.warn("a function failed that an event had started", { function: name, message });
      }
      if (retryDelayMs === undefined || closing.signal.aborted) return;
      await delay(retryDelayMs, undefined, { signal: closing.signal, ref: false }).catch(
        // Closing cuts the delay short; the next attempt is then the last.
        () => undefined,
      );
    }
  };

  return {
    start: (functionArn, event) => {
      if (!invoke) {
        throw new EmulatorError(
          "InvalidParameterValueException",
          `${functionArn} can't be run: the emulators were started without a way to invoke`,
        );
      }
      const done = run(functionNameOf(functionArn), event, invoke).finally(() =>
        running.delete(done),
      );
      running.add(done);
    },
    close: async () => {
      closing.abort();
      await Promise.all(running);
    },
  };
};
