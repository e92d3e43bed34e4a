import { performance } from "node:perf_hooks";

// What a cold start spends on the classifier: prints the milliseconds from asking for its code, the
// artifact in it, until it is ready to read. Compiled as the product is.
const start = performance.now();
const { loadClassifier } = await import("../../lambdas/shared/load-classifier");
loadClassifier();
process.stdout.write(`${performance.now() - start}\n`);
