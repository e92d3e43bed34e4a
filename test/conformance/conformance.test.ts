import { type Product, startProduct } from "../support/product";
import { printCells } from "./print-cells";
import { strayRefusals } from "./refusals";
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

test("every refusal is of a case that there is", () => {
  expect(strayRefusals(clients)).toEqual([]);
});

test.each(clients)("$name does on every dialect what its users do", ({ name, cases, model }) => {
  const own = cells.filter(({ client }) => client === name);
  const columns = model === undefined ? targetsOf(product).length : 1;
  expect(own).toHaveLength(Object.keys(cases).length * columns);
  const failed = own.filter(({ verdict }) => verdict === "failed");
  // The names and reasons of those that failed are what a reader needs to see.
  expect(failed.length === 0 ? "" : printCells(failed, 0)).toBe("");
});
