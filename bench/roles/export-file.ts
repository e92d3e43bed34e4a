import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { OrganizationId } from "../../core/ids";
import { eachRequest } from "../../core/usage/query/find-requests";
import { csvStream } from "../../lambdas/export/csv-stream";
import { lazyUsage } from "../export/lazy-usage";

const rows = 100_000;
const period = { organization: "Acme00000000" as OrganizationId, from: 0, to: 1 };
let bytes = 0;
let mostHeap = 0;
/** Takes what it is given a little later, as a network does. */
const browser = new Writable({
  write(chunk: Buffer, _, done) {
    bytes += chunk.length;
    mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed);
    setImmediate(done);
  },
});
const begun = performance.now();
const names = { timeZone: "Asia/Kolkata", keyName: () => "production" };
await pipeline(csvStream(eachRequest(lazyUsage(rows), period), names), browser);
const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
const mebibytes = (size: number) => (size / 1_048_576).toFixed(0);
process.stdout.write(
  `${rows} rows, ${mebibytes(bytes)} MiB in ${seconds} s, heap at most ${mebibytes(mostHeap)} MiB of 64\n`,
);
