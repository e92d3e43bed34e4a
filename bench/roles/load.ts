import { runFirstEvent } from "../load/first-event";
import { runSaturate } from "../load/saturate";
import { runSequential } from "../load/sequential";
import { runStreams } from "../load/streams";
import { runRole } from "../processes/role";

const commands = {
  sequential: runSequential,
  firstEvent: runFirstEvent,
  saturate: runSaturate,
  streams: runStreams,
};

export type LoadCommands = typeof commands;

/** The callers of the benchmark. */
runRole(() => Promise.resolve({ ready: {}, commands }));
