import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { fillDemoData } from "../demo-data/fill-demo-data";
import { launchBrowser } from "../shared/browser/launch-browser";
import { readProductFile } from "../shared/local-product";
import { startOwnProduct } from "../shared/start-own-product";
import { UsageError } from "../shared/usage-error";
import { askOnce } from "./ask-once";
import { type Options, readOptions, usage } from "./options";
import { looks, photograph } from "./photograph";

/** What the command is given by its process. */
export type ScreenshotsWorld = {
  readonly args: readonly string[];
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
};

const localSchema = z.object({
  url: z.url(),
  gatewayUrl: z.url(),
  apiKey: z.string(),
  email: z.string(),
  password: z.string(),
});

/** Of the product on that folder. @returns how many problems there were. */
const photographAll = async (
  dataDir: string,
  { screens }: Options,
  { print, complain }: ScreenshotsWorld,
): Promise<number> => {
  const local = await readProductFile(dataDir, "local.json", localSchema);
  const { url, gatewayUrl, apiKey, email, password } = local;
  const folder = join(process.cwd(), "screenshots");
  await mkdir(folder, { recursive: true });
  const requestId = await askOnce(gatewayUrl, apiKey);
  let problems = 0;
  const subject = {
    url,
    account: { email, password },
    example: { email, requestId },
    screens,
    folder,
    complain: (problem: string) => {
      problems += 1;
      complain(`${problem}\n`);
    },
  };
  const browser = await launchBrowser();
  try {
    for (const look of looks) {
      await photograph(browser, look, subject);
      print(`${look.width} × ${look.height}, ${look.theme}: ${screens.length} screens\n`);
    }
  } finally {
    await browser.close();
  }
  print(`They are in ${folder}\n`);
  return problems;
};

const withOwnProduct = async (options: Options, world: ScreenshotsWorld): Promise<number> => {
  const { dataDir, dispose } = await startOwnProduct();
  try {
    const args = ["--requests", options.requests, "--data-dir", dataDir];
    const failed = await fillDemoData({ ...world, args });
    if (failed > 0) return failed;
    return await photographAll(dataDir, options, world);
  } finally {
    await dispose();
  }
};

/**
 * Photographs the screens of the dashboard at three sizes in both themes.
 *
 * @returns the exit code: 0 where every screen came to rest without an error, 1 where one did not, 2
 * where the command was called wrongly.
 */
export const takeScreenshots = async (world: ScreenshotsWorld): Promise<number> => {
  const { args, print, complain } = world;
  try {
    const options = readOptions(args);
    if (options === "help") {
      print(`${usage}\n`);
      return 0;
    }
    const problems = options.dataDir
      ? await photographAll(options.dataDir, options, world)
      : await withOwnProduct(options, world);
    return problems > 0 ? 1 : 0;
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    complain(`${message}\n${error instanceof UsageError ? `${usage}\n` : ""}`);
    return error instanceof UsageError ? 2 : 1;
  }
};
