import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "reports-"));
afterAll(() => rmSync(folder, { recursive: true }));

const good = {
  numPassedTests: 5,
  numFailedTests: 0,
  numFailedTestSuites: 0,
  numPendingTests: 0,
};

const lineOf = (reports: readonly (object | undefined)[]): string => {
  const paths = reports.map((report, place) => {
    const path = join(folder, `${place}-${report ? "there" : "missing"}.json`);
    if (report) writeFileSync(path, JSON.stringify(report));
    return path;
  });
  return execFileSync(process.execPath, ["scripts/sum-reports.mjs", ...paths], {
    encoding: "utf8",
  });
};

test.each([
  { name: "two runs are one sum", reports: [good, good], line: "10 passed, 0 failed" },
  {
    name: "failures of either count",
    reports: [{ ...good, numFailedTests: 2, numFailedTestSuites: 1 }, good],
    line: "10 passed, 2 failed",
  },
  {
    name: "a suite that could not run is a failure",
    reports: [good, { ...good, numPassedTests: 0, numFailedTestSuites: 1 }],
    line: "5 passed, 1 failed",
  },
  { name: "so is a run without a report", reports: [good, undefined], line: "5 passed, 1 failed" },
  {
    name: "what was skipped is told",
    reports: [good, { ...good, numPendingTests: 3 }],
    line: "10 passed, 0 failed, 3 skipped",
  },
])("$name", ({ reports, line }) => expect(lineOf(reports)).toBe(`${line}\n`));
