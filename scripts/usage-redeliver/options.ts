import { parseArgs } from "node:util";
import { readLocalClient } from "../shared/local-product";
import { type Destination, localQueueName } from "../shared/open-usage-queue";
import { UsageError } from "../shared/usage-error";

export const usage = `usage: npm run usage:redeliver -- [FILE] [options]
  FILE        log lines; without it they are read from standard input
  --data-dir  where a running SmashCost on this machine keeps local.json, such as .smashcost
Without --data-dir the queue is USAGE_QUEUE_URL, and region and credentials are those of the
environment, as the AWS SDK reads them. An event that was recorded before is not counted twice.`;

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
  return { kind: "local", queueName: localQueueName, client: await readLocalClient(dataDir) };
};
