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
  /** The first user's, to sign in to the dashboard with. */
  readonly email: string;
  readonly password: string;
  /** What the emulators let in, so that no stray program on this machine talks to them. */
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

const identitySchema = z.strictObject({
  organization: z.string(),
  key: z.string(),
  apiKey: z.string(),
  // Data directories from before there were users have none.
  email: z.string().optional(),
  password: z.string().optional(),
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
});

/** Writes a file that only its owner reads, whole or not at all. */
export const writePrivate = async (path: string, value: unknown): Promise<void> => {
  await writeFile(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
};

const drawUser = () => ({
  email: "owner@example.com",
  password: randomBytes(12).toString("base64url"),
});

const draw = (): Identity => {
  const organization = drawOrganizationId(randomBytes);
  const key = drawKeyId(randomBytes);
  return {
    organization,
    key,
    apiKey: createApiKey({ organization, key }, randomBytes),
    ...drawUser(),
    accessKeyId: `LOCAL${randomBytes(8).toString("hex").toUpperCase()}`,
    secretAccessKey: randomBytes(20).toString("hex"),
  };
};

const read = async (path: string): Promise<z.output<typeof identitySchema> | undefined> => {
  try {
    return identitySchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    return undefined;
  }
};

/** Reads the identity of a data directory, or draws what it lacks and keeps it. */
export const loadIdentity = async (dataDir: string): Promise<Identity> => {
  const path = join(dataDir, "identity.json");
  const known = await read(path);
  if (known?.password !== undefined) return known as Identity;
  const identity = known ? ({ ...known, ...drawUser() } as Identity) : draw();
  await writePrivate(path, identity);
  return identity;
};
