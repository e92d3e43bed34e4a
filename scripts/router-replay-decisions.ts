import { replayDecisions } from "./router-replay-decisions/replay-decisions";

// What recorded requests would have cost in each mode: npm run router:replay-decisions -- --help
process.exitCode = await replayDecisions({
  args: process.argv.slice(2),
  env: process.env,
  now: () => Date.now(),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
