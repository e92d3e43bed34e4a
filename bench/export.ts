import { spawnSync } from "node:child_process";

// A heap that a hundred thousand rows don't fit in: whoever gathers them dies.
const role = new URL("./roles/export-file.ts", import.meta.url).pathname;
const flags = ["--max-old-space-size=64", "--import", "tsx", role];
const { status } = spawnSync(process.execPath, flags, { stdio: "inherit" });
process.exitCode = status ?? 1;
