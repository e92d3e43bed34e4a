import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Suites with properties, run with values that were never drawn before; a failure prints its seed. */
const suites = readdirSync("test", { recursive: true })
  .map((name) => join("test", name))
  .filter((path) => path.endsWith(".test.ts") && readFileSync(path, "utf8").includes("fast-check"));

const { status } = spawnSync(
  process.execPath,
  ["node_modules/jest/bin/jest.js", "--testTimeout=600000", ...process.argv.slice(2), ...suites],
  {
    stdio: "inherit",
    env: { PROPERTY_RUNS: "1000", ...process.env, PROPERTY_SEED: "random" },
  },
);
process.exit(status ?? 1);
