import { InterruptedError, watchDeadlines } from "../../../lambdas/gateway/deadlines";

const timeouts = { firstTokenMs: 1_000, silenceMs: 300, totalMs: 10_000 };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const watch = ({ streamed = true, totalLeftMs = 10_000, client = new AbortController() } = {}) => {
  const deadlines = watchDeadlines(timeouts, client.signal, { totalLeftMs, streamed });
  const why = () => {
    const reason: unknown = deadlines.signal.reason;
    return reason instanceof InterruptedError ? reason.why : undefined;
  };
  return { deadlines, client, why };
};

describe("a call's deadlines", () => {
  test("the first token may take so long, and no longer", () => {
    const { why } = watch();
    jest.advanceTimersByTime(999);
    expect(why()).toBeUndefined();
    jest.advanceTimersByTime(1);
    expect(why()).toBe("first-token");
  });

  test("a whole answer comes at its end: it may take four times as long to begin", () => {
    const { why } = watch({ streamed: false });
    jest.advanceTimersByTime(3_999);
    expect(why()).toBeUndefined();
    jest.advanceTimersByTime(1);
    expect(why()).toBe("first-token");
  });

  test("from the first piece on, silence counts anew with each", () => {
    const { deadlines, why } = watch();
    for (let piece = 0; piece < 20; piece += 1) {
      deadlines.heard();
      jest.advanceTimersByTime(299);
    }
    expect(why()).toBeUndefined();
    jest.advanceTimersByTime(1);
    expect(why()).toBe("silence");
  });

  test("the total ends a stream that never falls silent", () => {
    const { deadlines, why } = watch({ totalLeftMs: 2_000 });
    for (let piece = 0; piece < 20; piece += 1) {
      deadlines.heard();
      jest.advanceTimersByTime(100);
    }
    expect(why()).toBe("total");
  });

  test("where nothing of the total is left, the call ends at once", () => {
    const { why } = watch({ totalLeftMs: -5 });
    jest.advanceTimersByTime(1);
    expect(why()).toBe("total");
  });

  test("a caller's leaving ends it, also one that left before", () => {
    const { client, why } = watch();
    client.abort();
    expect(why()).toBe("client-left");
    expect(watch({ client }).why()).toBe("client-left");
  });

  test("once nothing more is owed, little is waited", () => {
    const { deadlines, why } = watch();
    deadlines.heard();
    deadlines.finishWithin(50);
    jest.advanceTimersByTime(50);
    expect(why()).toBe("silence");
  });

  test("stopped, they end nothing and keep no timer", () => {
    const { deadlines, client, why } = watch();
    deadlines.stop();
    expect(jest.getTimerCount()).toBe(0);
    client.abort();
    jest.advanceTimersByTime(60_000);
    expect(why()).toBeUndefined();
  });
});
