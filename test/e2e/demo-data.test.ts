import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { listRequests, startExport } from "../../core/contract/requests";
import { getBreakdown, getSummary } from "../../core/contract/usage";
import { openAccounts } from "../support/account";
import { dashboardClient } from "../support/dashboard";
import { type Product, startProduct } from "../support/product";

const run = promisify(execFile);
const dayMs = 86_400_000;

/** The 29 whole days before today: a second run may add what came within today. */
const today = Math.floor(Date.now() / dayMs) * dayMs;
const period = {
  from: new Date(today - 29 * dayMs).toISOString(),
  to: new Date(today).toISOString(),
};

let product: Product;
let call: ReturnType<typeof dashboardClient>;

beforeAll(async () => {
  product = await startProduct();
  const accounts = await openAccounts(product.dashboardUrl);
  const token = await accounts.tokenOf(product.email, product.password);
  call = dashboardClient(product.dashboardUrl, token);
}, 30_000);
afterAll(() => product.dispose());

const fill = () => {
  const args = ["--import", "tsx", "scripts/demo-data.ts", "--requests", "300"];
  return run(process.execPath, [...args, "--data-dir", product.dataDir]);
};

const cellsOf = (line: string): string[] =>
  Array.from(line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g), ([, cell = ""]) => cell);

/** Dollars in plain decimals as whole pUSD; of what is unknown none. */
const picoUsd = (text = ""): bigint => {
  const [, sign = "", whole = "0", rest = ""] = /^(-?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  return BigInt(`${sign}${whole}${rest.padEnd(12, "0")}`);
};

const csvTotals = async () => {
  const { body: link } = await call(startExport, { body: period });
  const text = await (await fetch(`${product.dashboardUrl}${link.url}`)).text();
  const [header = "", ...lines] = text.trim().split("\r\n");
  const names = cellsOf(header);
  const sum = (name: string): string => {
    const at = names.indexOf(name);
    return String(lines.reduce((all, line) => all + picoUsd(cellsOf(line)[at]), 0n));
  };
  return {
    requests: lines.length,
    cost: sum("cost_usd"),
    referenceCost: sum("reference_cost_usd"),
    saved: sum("saved_usd"),
  };
};

/** The same totals as the dashboard tells them in three places. */
const told = async () => {
  const [summary, list, csv] = await Promise.all([
    call(getSummary, { query: period }),
    call(listRequests, { query: period }),
    csvTotals(),
  ]);
  return { summary: summary.body.current, list: list.body.totals, csv };
};

test("the demo's totals are those of its requests and of their CSV, and a second run adds nothing", async () => {
  await fill();
  const first = await told();
  expect(first.csv.requests).toBeGreaterThan(200);
  expect(BigInt(first.csv.cost)).toBeGreaterThan(0n);
  expect(first.summary).toMatchObject(first.csv);
  expect(first.list).toEqual(first.summary);
  const { body } = await call(getBreakdown, { query: { ...period, by: "key" } });
  const names = body.rows.map(({ label }) => label).sort();
  expect(names).toEqual(["Batch jobs", "Developers", "Medical letters", "Staging", "Web app"]);
  await fill();
  expect(await told()).toEqual(first);
}, 60_000);
