import { createMemoryUsageStore } from "../fakes/memory-usage-store";
import { readingGuarantees } from "./usage-store-reading";
import { recordingGuarantees } from "./usage-store-recording";

describe("the usage store in memory", () => {
  const store = createMemoryUsageStore();
  recordingGuarantees(() => store, 50);
  readingGuarantees(() => store);
});
