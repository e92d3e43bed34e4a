import { setTimeout as sleep } from "node:timers/promises";
import type { SandboxModel } from "./model";

export type Speed = { readonly firstTokenMs: number; readonly tokensPerSecond: number };

/** `instant`: no waiting at all; `realistic`: each model's own speed; or one speed for all. */
export type Pace = "instant" | "realistic" | Speed;

/**
 * Reads a pace from a setting: `instant`, `realistic`, or `<ms to first token>,<tokens per
 * second>` such as `400,60`.
 *
 * @throws Error that names the value and the way out.
 */
export const parsePace = (text: string): Pace => {
  if (text === "instant" || text === "realistic") return text;
  const match = /^(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/.exec(text);
  const [firstTokenMs, tokensPerSecond] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || tokensPerSecond === 0) {
    throw new Error(
      `unknown sandbox pace "${text}"; use instant, realistic, or milliseconds to the first token and tokens per second, as in 400,60`,
    );
  }
  return { firstTokenMs, tokensPerSecond };
};

/** Waits as a model at work makes its caller wait. */
export type Pacer = {
  /** Until the first token, thought or said. */
  readonly begin: () => Promise<void>;
  /** While `tokens` are made. */
  readonly make: (tokens: number) => Promise<void>;
};

/** @param signal - ends the waiting early, by rejecting. */
export const createPacer = (pace: Pace, model: SandboxModel, signal: AbortSignal): Pacer => {
  const speed = pace === "realistic" ? model.speed : pace;
  const wait = async (ms: number) => {
    signal.throwIfAborted();
    if (ms > 0) await sleep(ms, undefined, { signal });
  };
  if (speed === "instant") return { begin: () => wait(0), make: () => wait(0) };
  return {
    begin: () => wait(speed.firstTokenMs),
    make: (tokens) => wait((tokens * 1_000) / speed.tokensPerSecond),
  };
};
