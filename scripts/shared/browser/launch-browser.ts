import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { unpackChromium } from "./unpack-chromium";

/** So that pictures of the same page are the same on every machine. */
const args = ["--font-render-hinting=none"];

const launchUnpacked = async (): Promise<Browser> => {
  const { executablePath, librariesPath } = await unpackChromium();
  const options: LaunchOptions = { executablePath, args };
  try {
    return await chromium.launch(options);
  } catch (error) {
    if (!String(error).includes("error while loading shared libraries")) throw error;
    const env = { ...process.env, LD_LIBRARY_PATH: librariesPath };
    return chromium.launch({ ...options, env });
  }
};

/**
 * A headless browser with its web security as users have it (the flags that
 * `@sparticuz/chromium` suggests for Lambda would switch off CORS).
 *
 * `CHROME_PATH` names another one. Without it, Linux on x64 has the one that npm installed, and other
 * systems take the Chrome that is on them.
 */
export const launchBrowser = (): Promise<Browser> => {
  const { CHROME_PATH: executablePath } = process.env;
  if (executablePath) return chromium.launch({ executablePath, args });
  if (process.platform === "linux" && process.arch === "x64") return launchUnpacked();
  return chromium.launch({ channel: "chrome", args });
};
