import type { Page } from "playwright-core";

/** What the browser tells of one load. Times are milliseconds from the start of the navigation. */
export type Vitals = {
  /** First contentful paint. */
  readonly painted: number;
  /** Largest contentful paint, as of when the page had come to rest. */
  readonly largest: number;
  /** From then on there is a title, and nothing says that it is loading. */
  readonly drawn: number;
  /** Sum of all layout shifts that no input led to: never less than the CLS of web vitals. */
  readonly shift: number;
  /** What long tasks took above 50 ms each, until it was drawn: total blocking time. */
  readonly blocked: number;
  /** Bytes of JavaScript as they were sent, without what came from the cache. */
  readonly script: number;
};

/** A page that stays drawn for so long has come to rest. */
const restMs = 400;

/** Runs in the page before its own scripts. */
export const watchVitals = `globalThis.vitals = { largest: 0, shift: 0, longTasks: [], events: [] };
const observe = (type, note, options = {}) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...options });
observe("largest-contentful-paint", ({ startTime }) => { vitals.largest = startTime; });
observe("layout-shift", ({ value, hadRecentInput }) => { if (!hadRecentInput) vitals.shift += value; });
observe("longtask", ({ startTime, duration }) => vitals.longTasks.push({ startTime, duration }));
observe("event", ({ startTime, duration, interactionId }) => {
  if (interactionId) vitals.events.push({ startTime, duration });
}, { durationThreshold: 16 });
const look = () => {
  const isDrawn = document.querySelector("main h1") && !document.querySelector("[aria-busy=true]");
  vitals.drawn = isDrawn ? (vitals.drawn ?? performance.now()) : undefined;
  requestAnimationFrame(look);
};
requestAnimationFrame(look);`;

const isAtRest = `vitals.drawn !== undefined && performance.now() - vitals.drawn > ${restMs}`;

const readVitals = `(() => ({
  painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
  largest: vitals.largest,
  drawn: vitals.drawn,
  shift: vitals.shift,
  blocked: vitals.longTasks
    .filter(({ startTime }) => startTime < vitals.drawn)
    .reduce((sum, { duration }) => sum + duration - 50, 0),
  script: performance.getEntriesByType("resource")
    .filter(({ name, transferSize }) => new URL(name).pathname.endsWith(".js") && transferSize > 0)
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
}))()`;

const longestMs = 120_000;

/** Waits until the page has come to rest; asked from outside, as the page's policy forbids `eval`. */
const untilAtRest = async (page: Page): Promise<void> => {
  const began = Date.now();
  while (!(await page.evaluate<boolean>(isAtRest))) {
    if (Date.now() - began > longestMs) throw new Error(`${page.url()} does not come to rest`);
    await page.waitForTimeout(100);
  }
};

/** Loads a page that is watched, until it has come to rest. */
export const loadWatched = async (page: Page, url: string): Promise<Vitals> => {
  await page.goto(url);
  await untilAtRest(page);
  return page.evaluate<Vitals>(readVitals);
};
