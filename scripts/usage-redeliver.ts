import { redeliver } from "./usage-redeliver/redeliver";

// Brings back usage events that a log kept while the queue was away: npm run usage:redeliver -- --help
process.exitCode = await redeliver({
  args: process.argv.slice(2),
  env: process.env,
  stdin: process.stdin,
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
