import { fillDemoData } from "../scripts/demo-data/fill-demo-data";
import { startOwnProduct } from "../scripts/shared/start-own-product";
import { measureDashboard } from "./dashboard/measure-dashboard";
import { type DashboardBenchOptions, readOptions, usage } from "./dashboard/options";

// How fast the dashboard's screens are in a browser: npm run bench:dashboard -- --help

const tell = (progress: string) => process.stderr.write(`${progress}\n`);

const onOwnProduct = async (options: DashboardBenchOptions): Promise<string> => {
  const { dataDir, dispose } = await startOwnProduct();
  try {
    const failed = await fillDemoData({
      args: ["--requests", options.requests, "--data-dir", dataDir],
      now: () => Date.now(),
      print: tell,
      complain: tell,
    });
    if (failed > 0) throw new Error("demo data could not be filled in");
    return await measureDashboard(dataDir, options, tell);
  } finally {
    await dispose();
  }
};

const run = async (): Promise<string> => {
  const options = readOptions(process.argv.slice(2));
  if (!options) return `${usage}\n`;
  return options.dataDir === undefined
    ? onOwnProduct(options)
    : measureDashboard(options.dataDir, options, tell);
};

process.stdout.write(await run());
