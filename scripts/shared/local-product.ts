import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { UsageError } from "./usage-error";

/** How the AWS SDK reaches the services of a SmashCost that runs on this machine. */
export type LocalClient = {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

const localRegion = "us-east-1";

const localSchema = z.object({ awsEndpoint: z.url() });
const identitySchema = z.object({ accessKeyId: z.string(), secretAccessKey: z.string() });

/**
 * One of the files that `npm start` writes.
 *
 * @throws UsageError where it is missing or not of that form.
 */
export const readProductFile = async <T>(
  dataDir: string,
  name: string,
  schema: z.ZodType<T>,
): Promise<T> => {
  const path = join(dataDir, name);
  try {
    return schema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    throw new UsageError(
      `${path} can't be read; start SmashCost with npm start, or give its folder`,
    );
  }
};

/** @throws UsageError where no product runs on that folder. */
export const readLocalClient = async (dataDir: string): Promise<LocalClient> => {
  const { awsEndpoint: endpoint } = await readProductFile(dataDir, "local.json", localSchema);
  const credentials = await readProductFile(dataDir, "identity.json", identitySchema);
  return { endpoint, region: localRegion, credentials };
};
