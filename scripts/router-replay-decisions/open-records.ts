import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { z } from "zod";
import type { Catalog } from "../../core/catalog/catalog";
import { loadCatalog } from "../../core/catalog/load";
import type { KeyId, OrganizationId } from "../../core/ids";
import type { UsageReader } from "../../core/ports/usage-store";
import type { RoutingPolicy } from "../../core/routing/route-input";
import { createDynamoAccessStore } from "../../lambdas/shared/aws/dynamo-access-store";
import { createDynamoUsageReader } from "../../lambdas/shared/aws/dynamo-usage-store-read";
import { readLocalClient, readProductFile } from "../shared/local-product";
import { UsageError } from "../shared/usage-error";
import type { Options } from "./options";
import { readLocalOffers } from "./read-offers";

/** One organization's records, and what they are decided anew with. */
export type Records = {
  readonly organization: OrganizationId;
  readonly reader: UsageReader;
  readonly catalog: Catalog;
  /** Its settings of today; unknown where no access table is named. */
  readonly today?: RoutingPolicy;
  readonly close: () => void;
};

/** What the local product always has. */
const localTables = { usage: "smashcost-usage", access: "smashcost-access" };
const localDataDir = ".smashcost";

/** Settings are read with a key; one that nobody has brings them all the same. */
const noKey = "0000000000" as KeyId;

const readToday = async (
  client: DynamoDBClient,
  table: string | undefined,
  organization: OrganizationId,
): Promise<{ readonly today?: RoutingPolicy }> => {
  if (table === undefined) return {};
  const access = await createDynamoAccessStore(client, table).read(organization, noKey);
  return access.organization ? { today: access.organization } : {};
};

const openLocal = async (dataDir: string, named: string | undefined): Promise<Records> => {
  const orgSchema = z.object({ orgId: z.string() });
  const { orgId } = await readProductFile(dataDir, "local.json", orgSchema);
  const organization = (named ?? orgId) as OrganizationId;
  const offers = await readLocalOffers(dataDir);
  const client = new DynamoDBClient(await readLocalClient(dataDir));
  return {
    organization,
    reader: createDynamoUsageReader({ client, table: localTables.usage }),
    catalog: loadCatalog(offers),
    ...(await readToday(client, localTables.access, organization)),
    close: () => client.destroy(),
  };
};

/** @throws UsageError where it is not said, or can't be read, where the records are. */
export const openRecords = async (
  { dataDir, organization: named }: Options,
  env: NodeJS.ProcessEnv,
): Promise<Records> => {
  const table = env.USAGE_TABLE;
  if (dataDir !== undefined || !table) return openLocal(dataDir ?? localDataDir, named);
  if (named === undefined) throw new UsageError("no organization is named; give --org ID");
  const organization = named as OrganizationId;
  const client = new DynamoDBClient({});
  return {
    organization,
    reader: createDynamoUsageReader({ client, table }),
    catalog: loadCatalog(),
    ...(await readToday(client, env.ACCESS_TABLE, organization)),
    close: () => client.destroy(),
  };
};
