import { fillDemoData } from "./demo-data/fill-demo-data";

// A month of believable usage for the product on this machine: npm run demo-data -- --help
process.exitCode = await fillDemoData({
  args: process.argv.slice(2),
  now: () => Date.now(),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
