import { type Profiler, Session } from "node:inspector/promises";

/** Short enough for a step of some microseconds to show among thousands of requests. */
const samplingMicroseconds = 250;

/** V8's own sampling profiler, for a stretch of this process's life. */
export const createProfiler = () => {
  let session: Session | undefined;
  return {
    async startProfile(): Promise<void> {
      session = new Session();
      session.connect();
      await session.post("Profiler.enable");
      await session.post("Profiler.setSamplingInterval", { interval: samplingMicroseconds });
      await session.post("Profiler.start");
    },
    async stopProfile(): Promise<Profiler.Profile> {
      if (!session) throw new Error("no profile was started; start one first");
      const { profile } = await session.post("Profiler.stop");
      session.disconnect();
      session = undefined;
      return profile;
    },
  };
};
