import type { OrganizationId } from "../../core/ids";
import { tables } from "../../core/storage/tables";
import { createTables } from "../../local/create-tables";
import { type Harness, startHarness } from "../local/emulators/harness";

/** Emulators with the product's tables, empty. */
export const startCloud = async (): Promise<Harness> => {
  const harness = await startHarness();
  await createTables(harness.dynamoDb, Object.values(tables));
  return harness;
};

let count = 0;
/** An id of twelve characters that no other test of this file has used. */
export const freshOrganization = (): OrganizationId => {
  count += 1;
  return `Org${String(count).padStart(9, "0")}` as OrganizationId;
};
