import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";

export const usage = `usage: npm run usage:redeliver -- [FILE] [options]
  FILE        log lines; without it they are read from standard input
  --data-dir  where a running SmashCost on this machine keeps local.json, such as .smashcost
Without --data-dir the queue is USAGE_QUEUE_URL, and region and credentials are those of the
environment, as the AWS SDK reads them. An event that was recorded before is not counted twice.`;

/** The command was called in a way that can't work; the message says how it can. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A queue of AWS, reached as the environment says, or one of this machine's product. */
export type Destination =
  | { readonly kind: "aws"; readonly queueUrl: string }
  | {
      readonly kind: "local";
      readonly queueName: string;
      readonly client: {
        readonly endpoint: string;
        readonly region: string;
        readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
      };
    };

export type Options = { readonly file?: string; readonly dataDir?: string };

export const readOptions = (args: readonly string[]): Options | "help" => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { "data-dir": { type: "string" }, help: { type: "boolean", short: "h" } },
    });
    if (values.help) return "help";
    if (positionals.length > 1) throw new UsageError("give one file at most");
    const [file] = positionals;
    const dataDir = values["data-dir"];
    return { ...(file !== undefined && { file }), ...(dataDir !== undefined && { dataDir }) };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const localSchema = z.object({ awsEndpoint: z.url() });
const identitySchema = z.object({ accessKeyId: z.string(), secretAccessKey: z.string() });

const readJson = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
  try {
    return schema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    throw new UsageError(
      `${path} can't be read; start SmashCost with npm start, or give its folder`,
    );
  }
};

/** What the local product always has. */
const localQueueName = "smashcost-usage";
const localRegion = "us-east-1";

/** @throws UsageError saying what is missing. */
export const readDestination = async (
  { dataDir }: Options,
  env: NodeJS.ProcessEnv,
): Promise<Destination> => {
  if (dataDir === undefined) {
    const queueUrl = env.USAGE_QUEUE_URL;
    if (queueUrl) return { kind: "aws", queueUrl };
    throw new UsageError("USAGE_QUEUE_URL is not set; set it, or give --data-dir .smashcost");
  }
  const { awsEndpoint: endpoint } = await readJson(join(dataDir, "local.json"), localSchema);
  const credentials = await readJson(join(dataDir, "identity.json"), identitySchema);
  return {
    kind: "local",
    queueName: localQueueName,
    client: { endpoint, region: localRegion, credentials },
  };
};
