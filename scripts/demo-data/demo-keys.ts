import { createHash, randomBytes } from "node:crypto";
import { digestOf } from "../../core/chat/digest";
import type { KeyId, OrganizationId } from "../../core/ids";
import { createApiKey } from "../../core/keys/key-format";
import type { Registry } from "../../core/ports/registry";
import { keys } from "./company";
import type { DemoKey } from "./demo-events";

/** The ids of a seed's keys, the same each time: ten characters of base62. */
export const demoKeysOf = (organization: OrganizationId, seed: string): readonly DemoKey[] =>
  keys.map((key, at) => ({
    ...key,
    id: `d${digestOf([seed, organization, String(at)]).slice(0, 9)}` as KeyId,
  }));

/** Makes keys that nobody holds: each secret is forgotten at once. Those that are there stay. */
export const registerDemoKeys = async (
  registry: Pick<Registry, "listKeys" | "putKey">,
  organization: OrganizationId,
  seed: string,
  createdAt: number,
): Promise<readonly DemoKey[]> => {
  const demoKeys = demoKeysOf(organization, seed);
  const there = new Set((await registry.listKeys(organization)).map(({ id }) => id));
  for (const [at, { id, environment, routingMode }] of demoKeys.entries()) {
    if (there.has(id)) continue;
    const secret = createApiKey({ organization, key: id }, randomBytes);
    await registry.putKey(organization, {
      id,
      hash: createHash("sha256").update(secret).digest("hex"),
      name: keys[at]?.name ?? id,
      environment,
      last4: secret.slice(-4),
      createdAt,
      ...(routingMode && { routingMode }),
    });
  }
  return demoKeys;
};
