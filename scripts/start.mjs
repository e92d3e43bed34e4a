import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();

const { buildLocal } = await import("./build-local.mjs");
const root = fileURLToPath(new URL("..", import.meta.url));
const { start, worker, website } = await buildLocal(root);

// The SDK's word to those who deploy on Node 20; on a laptop it says nothing anybody can act on.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

try {
  const local = await import(pathToFileURL(start).href);
  await local.start(process.env, { workerEntry: pathToFileURL(worker), website });
} catch (error) {
  // Errors that say the way out are for people; others come with their stack.
  const known = error instanceof Error && /^(SettingError|DataDirInUseError)$/.test(error.name);
  console.error(known ? error.message : error);
  process.exit(1);
}
