import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const script = "scripts/ensure-installed.mjs";

/** A clone with packages that are older than its lockfile, and an npm that only leaves a note. */
const startClone = ({ linked }: { readonly linked: boolean }) => {
  const dir = mkdtempSync(join(tmpdir(), "ensure-installed-"));
  const packages = join(dir, linked ? "elsewhere" : "node_modules");
  for (const folder of [packages, join(dir, "scripts"), join(dir, "bin")]) mkdirSync(folder);
  if (linked) symlinkSync(packages, join(dir, "node_modules"));
  cpSync(script, join(dir, script));
  writeFileSync(join(packages, ".package-lock.json"), "{}");
  utimesSync(join(packages, ".package-lock.json"), 1, 1);
  writeFileSync(join(dir, "package-lock.json"), "{}");
  writeFileSync(join(dir, "bin", "npm"), '#!/bin/sh\necho "$@" > installed\n', { mode: 0o755 });
  const PATH = [join(dir, "bin"), process.env.PATH].join(delimiter);
  const { status, stderr } = spawnSync(process.execPath, [script], {
    cwd: dir,
    env: { ...process.env, PATH },
    encoding: "utf8",
  });
  const installed = existsSync(join(dir, "installed"));
  rmSync(dir, { recursive: true });
  return { status, stderr, installed };
};

describe("packages older than the lockfile", () => {
  test("are installed anew", () => {
    expect(startClone({ linked: false })).toMatchObject({ status: 0, installed: true });
  });

  test("are left alone where node_modules is a link: others may run from there", () => {
    const { status, stderr, installed } = startClone({ linked: true });
    expect({ status, installed }).toEqual({ status: 1, installed: false });
    expect(stderr).toMatch(/node_modules is a link.*npm ci/);
  });
});
