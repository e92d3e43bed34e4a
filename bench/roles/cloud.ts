import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { ApiKey } from "../../core/keys/key-format";
import { createDynamoRegistry } from "../../lambdas/shared/aws/dynamo-registry";
import { type CloudEnvironment, startCloud } from "../../local/cloud";
import type { Identity } from "../../local/identity";
import { tableNames } from "../../local/resources";
import { putLimitedKey } from "../limited-key";
import { runRole } from "../processes/role";

export type CloudInput = { readonly dataDir: string; readonly identity: Identity };
export type CloudReady = {
  readonly environment: CloudEnvironment;
  readonly limitedKey: ApiKey;
};

/** AWS's part of a request: access, limits, the vault and the queue. */
runRole(async ({ dataDir, identity }: CloudInput) => {
  const cloud = await startCloud({
    dataDir,
    identity,
    pace: "instant",
    apiKeys: { openai: "sk-bench-upstream" },
    timeZone: "UTC",
    functions: false,
    report: (message) => console.error(message),
  });
  const registry = createDynamoRegistry(new DynamoDBClient({}), tableNames.access);
  const limitedKey = await putLimitedKey(registry, identity.organization);
  const ready: CloudReady = { environment: cloud.environment, limitedKey };
  return { ready, commands: {}, stop: () => cloud.stop() };
});
