import { connections, type WarmUp } from "../plan";
import type { Pinned } from "../processes/pinned";
import type { LoadCommands } from "../roles/load";
import type { Call } from "./call";

/** Sends requests that are not counted. */
export const warmUp = async (
  load: Pinned<unknown, LoadCommands>,
  call: Call,
  { requests, mostSeconds }: WarmUp,
): Promise<void> => {
  let sent = 0;
  for (let second = 0; sent < requests && second < mostSeconds; second += 1) {
    const { answered } = await load.ask("saturate", { call, connections, seconds: 1 });
    sent += answered;
  }
};
