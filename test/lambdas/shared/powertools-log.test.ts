import { createPowertoolsLog } from "../../../lambdas/shared/powertools-log";
import { findEvent } from "../../../scripts/usage-redeliver/find-events";
import { numbered } from "../../contracts/usage-queue-guarantees";

/** What the logger writes while `run` runs, a line each. */
const written = (run: () => void): string[] => {
  const lines: string[] = [];
  const keep = (line: unknown) => {
    lines.push(String(line));
  };
  const spies = [
    jest.spyOn(console, "warn").mockImplementation(keep),
    jest.spyOn(console, "error").mockImplementation(keep),
  ];
  try {
    run();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return lines;
};

describe("the log", () => {
  const before = process.env.POWERTOOLS_DEV;
  beforeAll(() => {
    // Makes the logger write through the global console.
    process.env.POWERTOOLS_DEV = "true";
  });
  afterAll(() => {
    if (before === undefined) delete process.env.POWERTOOLS_DEV;
    else process.env.POWERTOOLS_DEV = before;
  });

  test("names its service, level and fields", () => {
    const [line = ""] = written(() =>
      createPowertoolsLog("gateway").warn("usage_queue_unreachable", { error: "TimeoutError" }),
    );
    expect(JSON.parse(line)).toMatchObject({
      level: "WARN",
      service: "gateway",
      message: "usage_queue_unreachable",
      error: "TimeoutError",
    });
  });

  test("writes an undelivered event so that it can be brought back whole", () => {
    const lines = written(() =>
      createPowertoolsLog("gateway").error("usage_event_undelivered", { event: numbered(1) }),
    );
    // Development mode indents; CloudWatch gets one line.
    const [line] = lines.map((text) => JSON.stringify(JSON.parse(text)));
    expect(findEvent(line ?? "")).toEqual({ kind: "event", event: numbered(1) });
  });
});
