import { operations } from "../../core/contract/operations";
import { openAccounts } from "../support/account";
import { badInputsOf, type OpenApiOperation } from "../support/bad-inputs";
import { type Product, startProduct } from "../support/product";
import { openRecords, type Records } from "../support/records";
import { storedItems } from "../support/stored";

type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
};

let product: Product;
let records: Records;
let token = "";
let document: Document;

beforeAll(async () => {
  product = await startProduct();
  records = openRecords(product);
  const accounts = await openAccounts(product.dashboardUrl);
  token = await accounts.tokenOf(product.email, product.password);
  document = (await (await fetch(`${product.dashboardUrl}/api/openapi.json`)).json()) as Document;
});
afterAll(async () => {
  records.close();
  await product.dispose();
});

const takingInput = operations.filter(({ id }) => id !== "plan.webhook");

test("the document names every operation of the contract, and no other", () => {
  const named = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(named.sort()).toEqual(operations.map(({ id }) => id).sort());
});

test.each(takingInput)(
  "$id refuses each wrong field by its name, and changes nothing",
  async (one) => {
    const described = document.paths[one.path]?.[one.method.toLowerCase()];
    if (!described) throw new Error(`${one.id} is not in the document`);
    const before = await storedItems(records.client);
    for (const { field, wrong, path, query, body } of badInputsOf(described, one.path)) {
      const response = await fetch(`${product.dashboardUrl}${path}${query}`, {
        method: one.method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      const { error } = JSON.parse(text) as {
        error?: { code: string; problems: { field: string }[] };
      };
      const fields = error?.problems.map((problem) => problem.field) ?? [];
      const says = { field, wrong, status: response.status, named: fields.includes(field) };
      expect(says).toEqual({ field, wrong, status: 400, named: true });
    }
    expect(await storedItems(records.client)).toEqual(before);
  },
);
