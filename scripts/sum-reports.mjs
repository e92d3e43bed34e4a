import { existsSync, readFileSync } from "node:fs";

// One line of counts for several reports of jest: node scripts/sum-reports.mjs <report>...
// A suite, or a whole run, that broke down has no tests to count, and is no success.
const countsOf = (path) => {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(path, "utf8"));
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = report;
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0);
  return { passed: numPassedTests, failed, skipped: numPendingTests };
};

const counts = process.argv.slice(2).map(countsOf);
const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
console.log(`${sum("passed")} passed, ${sum("failed")} failed${skipped}`);
