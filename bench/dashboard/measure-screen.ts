import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { Screen } from "../../scripts/screenshots/screens";
import { interactions, timeInteraction } from "./interactions";
import { loadWatched, type Vitals, watchVitals } from "./vitals";

/** One load, and what was done on the page then. */
export type Sample = Vitals & {
  /** Milliseconds; undefined where nothing is done. */
  readonly interaction: number | undefined;
};

/** Each round's loads of a screen. */
export type Measured = {
  readonly screen: string;
  /** With an empty cache. */
  readonly cold: readonly Sample[];
  /** With the cache that the cold load left. */
  readonly warm: readonly Sample[];
};

export type Visitor = {
  readonly browser: Browser;
  /** Whoever is signed in, without anything that was loaded. */
  readonly signedIn: BrowserContextOptions["storageState"];
  readonly urlOf: (screen: Screen) => string;
};

export const openContext = (browser: Browser, storageState: Visitor["signedIn"]) =>
  browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    ...(storageState !== undefined && { storageState }),
  });

const sampleOf = async (page: Page, screen: Screen, url: string): Promise<Sample> => {
  const vitals = await loadWatched(page, url);
  const interaction = interactions[screen.name];
  return { ...vitals, interaction: interaction && (await timeInteraction(page, interaction)) };
};

const oneRound = async (context: BrowserContext, screen: Screen, url: string) => {
  await context.addInitScript({ content: watchVitals });
  const first = await context.newPage();
  const cold = await sampleOf(first, screen, url);
  await first.close({ runBeforeUnload: false });
  const second = await context.newPage();
  const warm = await sampleOf(second, screen, url);
  return { cold, warm };
};

/** Loads a screen again and again: each round in a browser context of its own, twice. */
export const measureScreen = async (
  { browser, signedIn, urlOf }: Visitor,
  screen: Screen,
  rounds: number,
): Promise<Measured> => {
  const all: { cold: Sample; warm: Sample }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await openContext(browser, signedIn);
    try {
      all.push(await oneRound(context, screen, urlOf(screen)));
    } finally {
      await context.close();
    }
  }
  return {
    screen: screen.name,
    cold: all.map(({ cold }) => cold),
    warm: all.map(({ warm }) => warm),
  };
};
