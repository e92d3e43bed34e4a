import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { KeyId, OrganizationId } from "../core/ids";
import { type ApiKey, createApiKey, drawKeyId, drawOrganizationId } from "../core/keys/key-format";

/** Who the first organization of a data directory is; the key is kept here only, in a private file. */
export type Identity = {
  readonly organization: OrganizationId;
  readonly key: KeyId;
  readonly apiKey: ApiKey;
  /** What the emulators let in, so that no stray program on this machine talks to them. */
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

const identitySchema = z.strictObject({
  organization: z.string(),
  key: z.string(),
  apiKey: z.string(),
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
});

/** Writes a file that only its owner reads, whole or not at all. */
export const writePrivate = async (path: string, value: unknown): Promise<void> => {
  await writeFile(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
};

/** Reads the identity of a data directory, or draws one and keeps it. */
export const loadIdentity = async (dataDir: string): Promise<Identity> => {
  const path = join(dataDir, "identity.json");
  try {
    return identitySchema.parse(JSON.parse(await readFile(path, "utf8"))) as Identity;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const organization = drawOrganizationId(randomBytes);
  const key = drawKeyId(randomBytes);
  const identity: Identity = {
    organization,
    key,
    apiKey: createApiKey({ organization, key }, randomBytes),
    accessKeyId: `LOCAL${randomBytes(8).toString("hex").toUpperCase()}`,
    secretAccessKey: randomBytes(20).toString("hex"),
  };
  await writePrivate(path, identity);
  return identity;
};
