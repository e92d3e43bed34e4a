import { existsSync, readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createDynamoRegistry } from "../../lambdas/shared/aws/dynamo-registry";
import { region, tableNames } from "../../local/resources";
import { putLimitedKey } from "../limited-key";
import { runRound } from "../measure/round";
import type { Plan } from "../plan";
import type { Stage } from "../stage";
import { type StartedProduct, startProduct } from "./start-product";

/** Resident memory of a whole `npm start`, emulators and recorder included. */
export type ProductMemory = { readonly residentBytes: number; readonly peakBytes: number };

const limitedKeyOf = ({ local, identity }: StartedProduct) => {
  const { accessKeyId, secretAccessKey, organization } = identity;
  const client = new DynamoDBClient({
    endpoint: local.awsEndpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
  });
  return putLimitedKey(createDynamoRegistry(client, tableNames.access), organization);
};

/** Linux tells a process's memory to others; elsewhere it stays unknown. */
const readMemory = (pid: number): ProductMemory | undefined => {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return undefined;
  const status = readFileSync(path, "utf8");
  const bytes = (name: string) =>
    1_024 * Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
  return { residentBytes: bytes("VmRSS"), peakBytes: bytes("VmHWM") };
};

/** Puts a round's load on `npm start` itself and reads what it then holds. */
export const measureProductMemory = async (
  root: string,
  stage: Stage,
  plan: Plan,
): Promise<ProductMemory | undefined> => {
  const product = await startProduct(root, {
    SMASHCOST_OPENAI_BASE_URL: `${stage.upstreamUrl}/v1`,
    SMASHCOST_OPENAI_API_KEY: "sk-bench-upstream",
  });
  try {
    const { url, local } = product;
    await runRound(stage, { name: "direct", url, apiKey: await limitedKeyOf(product) }, plan);
    return readMemory(local.pid);
  } finally {
    await product.stop();
  }
};
