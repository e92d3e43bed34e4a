import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { unpackChromium } from "../../../scripts/shared/browser/unpack-chromium";

/** Builds the product and unpacks the browser before the first suite, so that no test waits for it. */
// biome-ignore lint/style/noDefaultExport: the form that jest asks for
export default async (): Promise<void> => {
  await promisify(execFile)(process.execPath, ["scripts/build-local.mjs"]);
  if (process.platform === "linux" && process.arch === "x64") await unpackChromium();
};
