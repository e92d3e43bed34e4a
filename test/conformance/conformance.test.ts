import { type Product, startProduct } from "../support/product";
import { printCells } from "./print-cells";
import { type Cell, runCells } from "./run-cells";
import { clients } from "./stock-clients";
import { targetsOf } from "./targets";

let product: Product;
let cells: readonly Cell[];

beforeAll(async () => {
  product = await startProduct();
  cells = await runCells(clients, targetsOf(product));
}, 300_000);
afterAll(() => product.dispose());

test.each(clients)("$name does on every dialect what its users do", ({ name, cases }) => {
  const own = cells.filter(({ client }) => client === name);
  expect(own).toHaveLength(Object.keys(cases).length * targetsOf(product).length);
  const failed = own.filter(({ verdict }) => verdict === "failed");
  // The names and reasons of those that failed are what a reader needs to see.
  expect(failed.length === 0 ? "" : printCells(failed, 0)).toBe("");
});
