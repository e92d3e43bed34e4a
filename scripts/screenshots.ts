import { takeScreenshots } from "./screenshots/take-screenshots";

// Every screen of the dashboard as pictures, for people: npm run screenshots -- --help
process.exitCode = await takeScreenshots({
  args: process.argv.slice(2),
  now: () => Date.now(),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
