import { randomBytes, randomUUID } from "node:crypto";
import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import { openJsonFile } from "../json-file";
import { accountId, region } from "../names";

const keySchema = z.object({
  id: z.uuid(),
  description: z.string(),
  /** 256 bits, base64. */
  material: z.base64(),
  /** Seconds since 1970 UTC, as KMS answers them; here and below. */
  createdAt: z.number(),
  state: z.enum(["Enabled", "Disabled", "PendingDeletion"]),
  deletionAt: z.number().optional(),
  isRotated: z.boolean(),
});

const stateSchema = z.object({
  keys: z.record(z.string(), keySchema),
  /** Alias name (`alias/…`) to key id. */
  aliases: z.record(z.string(), z.string()),
});

export type KmsKey = z.output<typeof keySchema>;

export type KeyStore = {
  /** Finds by id, ARN, alias name or alias ARN; throws `NotFoundException`. */
  readonly find: (named: string) => KmsKey;
  /** As `find`, and throws where the key may not be used: disabled, or waiting for deletion. */
  readonly findUsable: (named: string) => KmsKey;
  readonly byId: (id: string) => KmsKey | undefined;
  readonly list: () => readonly KmsKey[];
  readonly aliases: () => readonly (readonly [name: string, keyId: string])[];
  readonly create: (description: string) => Promise<KmsKey>;
  readonly addAlias: (name: string, keyId: string) => Promise<void>;
  /** Changes a key and resolves once the change is on disk. */
  readonly change: (key: KmsKey, to: Partial<KmsKey>) => Promise<void>;
};

export const keyArn = (id: string): string => `arn:aws:kms:${region}:${accountId}:key/${id}`;

const unusable = (key: KmsKey): EmulatorError =>
  key.state === "Disabled"
    ? new EmulatorError("DisabledException", `${keyArn(key.id)} is disabled.`)
    : new EmulatorError("KMSInvalidStateException", `${keyArn(key.id)} is pending deletion.`);

/** Keys and their material in one file of mode 0600, so that a restart can still decrypt. */
export const openKeyStore = async (path: string, now: () => number): Promise<KeyStore> => {
  const { state, file } = await openJsonFile(path, stateSchema, { keys: {}, aliases: {} });

  const find = (named: string): KmsKey => {
    const bare = named.replace(/^arn:[^:]*:kms:[^:]*:[^:]*:/, "").replace(/^key\//, "");
    const id = bare.startsWith("alias/") ? state.aliases[bare] : bare;
    const key = id === undefined ? undefined : state.keys[id];
    // A key whose waiting time is over is gone, material and all.
    if (key && (key.deletionAt === undefined || key.deletionAt > now() / 1000)) return key;
    throw new EmulatorError("NotFoundException", `Key '${named}' does not exist`);
  };

  return {
    find,
    findUsable: (named) => {
      const key = find(named);
      if (key.state !== "Enabled") throw unusable(key);
      return key;
    },
    byId: (id) => state.keys[id],
    list: () => Object.values(state.keys),
    aliases: () => Object.entries(state.aliases),
    create: async (description) => {
      const key: KmsKey = {
        id: randomUUID(),
        description,
        material: randomBytes(32).toString("base64"),
        createdAt: now() / 1000,
        state: "Enabled",
        isRotated: false,
      };
      state.keys[key.id] = key;
      await file.save(state);
      return key;
    },
    addAlias: async (name, keyId) => {
      if (state.aliases[name] !== undefined) {
        throw new EmulatorError("AlreadyExistsException", `An alias with the name ${name} exists`);
      }
      state.aliases[name] = find(keyId).id;
      await file.save(state);
    },
    change: async (key, to) => {
      Object.assign(key, to);
      await file.save(state);
    },
  };
};
