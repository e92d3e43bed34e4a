import { createProgress } from "./replay/progress";
import { replay } from "./replay/replay";

// Replays a file of prompts through the running gateway: see `npm run replay -- --help`.
const stopped = new AbortController();
// The first Ctrl-C reports what was answered so far; a second one ends the process as usual.
process.once("SIGINT", () => stopped.abort());

process.exitCode = await replay({
  args: process.argv.slice(2),
  env: process.env,
  fetch,
  signal: stopped.signal,
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  progress: (total) => createProgress(total, process.stderr),
});
