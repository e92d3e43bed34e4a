import { startSandbox } from "../../local/sandbox/sandbox";
import { startProduct } from "../support/product";
import type { Client, Target } from "./case";
import { printCells } from "./print-cells";
import { runCells } from "./run-cells";
import { clients } from "./stock-clients";
import { realNamesAt, targetsOf } from "./targets";

// `npm run test:conformance [-- words]`: the stock clients against the running product, on each
// provider's dialect. With words, only the clients and cases that hold them all, and the columns named.

const words = process.argv.slice(2);

const chosen = (targets: readonly Target[]): [Client[], Target[]] => {
  const named = targets.filter(({ column }) => words.includes(column));
  const others = words.filter((word) => !named.some(({ column }) => column === word));
  const kept = clients.map(({ name: client, cases, ...rest }) => ({
    ...rest,
    name: client,
    cases: Object.fromEntries(
      Object.entries(cases).filter(([name]) =>
        others.every((word) => `${client}: ${name}`.toLowerCase().includes(word.toLowerCase())),
      ),
    ),
  }));
  return [kept, named.length > 0 ? named : [...targets]];
};

const started = performance.now();
const sandbox = await startSandbox({ now: Date.now, random: Math.random, pace: "instant" });
const product = await startProduct(realNamesAt(sandbox.baseUrl));
try {
  const cells = await runCells(...chosen(targetsOf(product)));
  const seconds = (performance.now() - started) / 1_000;
  process.stdout.write(`${printCells(cells, seconds)}\n`);
  if (cells.length === 0 || cells.some(({ verdict }) => verdict === "failed")) process.exitCode = 1;
} finally {
  await product.dispose();
  await sandbox.close();
}
