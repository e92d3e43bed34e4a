import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { z } from "zod";
import type { KeyId, OrganizationId } from "../../core/ids";
import type { OrganizationSettings } from "../../core/ports/access-store";
import type { Registry } from "../../core/ports/registry";
import { createDynamoAccessStore } from "../../lambdas/shared/aws/dynamo-access-store";
import { createDynamoRegistry } from "../../lambdas/shared/aws/dynamo-registry";
import { readLocalClient, readProductFile } from "../shared/local-product";
import { localQueueName, type OpenQueue, openUsageQueue } from "../shared/open-usage-queue";
import { UsageError } from "../shared/usage-error";

/** What of a product on this machine the demo's data goes into. */
export type Product = OpenQueue & {
  readonly settings: OrganizationSettings;
  readonly registry: Registry;
};

const accessTable = "smashcost-access";
/** Settings are read with a key; one that nobody has brings them all the same. */
const noKey = "0000000000" as KeyId;

/** @throws UsageError where no product runs on that folder. */
export const openProduct = async (dataDir: string, onFailure: () => void): Promise<Product> => {
  const orgSchema = z.object({ orgId: z.string() });
  const { orgId } = await readProductFile(dataDir, "local.json", orgSchema);
  const local = await readLocalClient(dataDir);
  const client = new DynamoDBClient(local);
  const access = createDynamoAccessStore(client, accessTable);
  const { organization } = await access.read(orgId as OrganizationId, noKey);
  if (!organization) throw new UsageError(`organization ${orgId} has no settings; start it anew`);
  const destination = { kind: "local", queueName: localQueueName, client: local } as const;
  const opened = await openUsageQueue(destination, onFailure);
  const close = () => {
    opened.close();
    client.destroy();
  };
  return {
    ...opened,
    settings: organization,
    registry: createDynamoRegistry(client, accessTable),
    close,
  };
};
