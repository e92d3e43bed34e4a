import { createMemoryUsageStore } from "../fakes/memory-usage-store";
import { readingGuarantees } from "./usage-store-reading";
import { recordingGuarantees } from "./usage-store-recording";

describe("the usage store in memory", () => {
  let clock = 0;
  const store = createMemoryUsageStore(() => clock);
  const setClock = (at: number) => {
    clock = at;
  };
  recordingGuarantees(() => store, 50);
  readingGuarantees(() => store, setClock);
});
