import { minuteMs, noon, noonMinute, type Spend, watch } from "./spend";

const dollars = (count: number) => count * 1_000_000;
/** A request that came in some minutes after noon, recorded at once. */
const spend = (minute: number, usd: number, lateMs = 0): Spend => {
  const at = noon + minute * minuteMs;
  return { at, recordedAt: at + lateMs, microUsd: dollars(usd) };
};
const at = (minute: number) => noon + minute * minuteMs + 5_000;
const five = dollars(5);

/** Checks each minute from one to another, both included. */
const everyMinute = (
  alert: ReturnType<typeof watch>,
  from: number,
  to: number,
  threshold = five,
) => {
  for (let minute = from; minute <= to; minute += 1) alert.check(at(minute), threshold);
};

test("it fires once, at the first check after the spend passed the threshold", () => {
  const alert = watch([spend(0, 3), spend(10, 3)]);
  everyMinute(alert, 0, 9);
  expect(alert.fired()).toEqual([]);
  expect(alert.check(at(10), five).crossing).toMatchObject({
    window: noonMinute + 10,
    sum: 6_000_000_000_000n,
  });
  everyMinute(alert, 10, 59);
  expect(alert.fired()).toHaveLength(1);
});

test.each([
  { name: "a sum of exactly the threshold has not passed it", usd: 5, fired: 0 },
  { name: "a µUSD more has", usd: 5.000001, fired: 1 },
])("$name", ({ usd, fired }) => {
  const alert = watch([spend(0, usd)]);
  everyMinute(alert, 0, 5);
  expect(alert.fired()).toHaveLength(fired);
});

test("a sum that comes down to exactly the threshold has not fallen below it", () => {
  const alert = watch([spend(0, 1), spend(10, 5), spend(75, 2)]);
  everyMinute(alert, 0, 69);
  expect(alert.fired()).toHaveLength(1);
  // From minute 70 on the five dollars are out, and nothing is in.
  everyMinute(alert, 70, 84);
  expect(alert.ended()).toEqual([]);
  alert.check(at(85), five);
  expect(alert.ended()).toMatchObject([{ peak: 6_000_000_000_000n }]);
});

test("it is armed again once a window below the threshold can't grow any more", () => {
  const alert = watch([spend(0, 6), spend(80, 6)]);
  everyMinute(alert, 0, 74);
  expect(alert.ended()).toEqual([]);
  alert.check(at(75), five);
  expect(alert.ended()).toHaveLength(1);
  everyMinute(alert, 76, 90);
  expect(alert.fired().map(({ window }) => window - noonMinute)).toEqual([0, 80]);
});

test("spend that passes again before the fall is certain is a crossing of its own", () => {
  const alert = watch([spend(0, 6), spend(62, 6)]);
  everyMinute(alert, 0, 90);
  expect(alert.fired().map(({ window }) => window - noonMinute)).toEqual([0, 62]);
});

test("steady spend whose requests end minutes after they came in is one crossing", () => {
  const steady = Array.from({ length: 300 }, (_, minute) => spend(minute, 0.1, 9 * minuteMs));
  const alert = watch(steady);
  everyMinute(alert, 0, 299);
  expect(alert.fired()).toHaveLength(1);
  expect(alert.ended()).toEqual([]);
});

test("sixty minutes that were over when their last request was recorded are looked at", () => {
  // $3 at minute 0, $3 at minute 59: only the window that ends at 59 holds both.
  const alert = watch([spend(0, 3), spend(59, 3, 12 * minuteMs)]);
  everyMinute(alert, 0, 70);
  expect(alert.fired()).toEqual([]);
  everyMinute(alert, 71, 90);
  expect(alert.fired().map(({ window }) => window - noonMinute)).toEqual([59]);
});

test("what crossed and fell while nothing checked is told once", () => {
  const alert = watch([spend(10, 6)]);
  everyMinute(alert, 0, 5);
  alert.check(at(200), five);
  expect(alert.fired().map(({ window }) => window - noonMinute)).toEqual([10]);
  everyMinute(alert, 201, 230);
  expect(alert.fired()).toHaveLength(1);
  expect(alert.ended()).toHaveLength(1);
});

describe("a new threshold", () => {
  test("above the spend ends the crossing, and the next passing is told", () => {
    const alert = watch([spend(0, 8), spend(10, 3)]);
    everyMinute(alert, 0, 4);
    alert.check(at(5), dollars(10));
    expect(alert.ended()).toHaveLength(1);
    everyMinute(alert, 6, 20, dollars(10));
    expect(alert.fired().map(({ window }) => window - noonMinute)).toEqual([0, 10]);
  });

  test("that the spend is above as well sends no second e-mail", () => {
    const alert = watch([spend(0, 8)]);
    everyMinute(alert, 0, 4);
    everyMinute(alert, 5, 40, dollars(7));
    everyMinute(alert, 41, 59, dollars(2));
    expect(alert.fired()).toHaveLength(1);
    expect(alert.ended()).toEqual([]);
  });

  test("below the spend fires at the next check", () => {
    const alert = watch([spend(0, 4)]);
    everyMinute(alert, 0, 4);
    alert.check(at(5), dollars(3));
    expect(alert.fired()).toHaveLength(1);
  });

  test("is not held against what is over", () => {
    const alert = watch([spend(0, 4)]);
    everyMinute(alert, 0, 62);
    everyMinute(alert, 63, 90, dollars(3));
    expect(alert.fired()).toEqual([]);
  });

  test("of 0 ends the crossing and forgets it", () => {
    const alert = watch([spend(0, 8)]);
    everyMinute(alert, 0, 4);
    alert.check(at(5), 0);
    expect(alert.ended()).toHaveLength(1);
    expect(alert.state()).toBeUndefined();
    alert.check(at(6), 0);
    expect(alert.ended()).toHaveLength(1);
  });
});

describe("a clock", () => {
  test("that goes back and comes again sends nothing twice", () => {
    const alert = watch([spend(0, 6), spend(90, 1)]);
    everyMinute(alert, 0, 80);
    for (let minute = 81; minute < 100; minute += 1) alert.check(at(minute), five, at(minute - 70));
    everyMinute(alert, 100, 120);
    expect(alert.fired()).toHaveLength(1);
  });

  test("that was ahead has ended nothing once it is right again", () => {
    const alert = watch([spend(0, 6)]);
    everyMinute(alert, 0, 10);
    alert.check(at(11), five, at(200));
    expect(alert.ended()).toHaveLength(1);
    everyMinute(alert, 12, 59);
    expect(alert.state()?.open?.id).toBe(alert.ended()[0]?.id);
    expect(alert.fired()).toHaveLength(1);
  });

  test("that was a year ahead does not silence the alert", () => {
    const alert = watch([spend(20, 6), spend(200, 6)]);
    alert.check(at(0), five, at(365 * 1_440));
    everyMinute(alert, 1, 220);
    expect(alert.fired().map(({ window }) => window - noonMinute)).toEqual([20, 200]);
  });
});
