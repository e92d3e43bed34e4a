import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import { accountId, region } from "../names";
import { type Operations, operation } from "../operation";
import { type KeyStore, type KmsKey, keyArn } from "./key-store";

const metadata = (key: KmsKey): object => ({
  AWSAccountId: accountId,
  KeyId: key.id,
  Arn: keyArn(key.id),
  CreationDate: key.createdAt,
  Enabled: key.state === "Enabled",
  Description: key.description,
  KeyUsage: "ENCRYPT_DECRYPT",
  KeyState: key.state,
  DeletionDate: key.deletionAt,
  Origin: "AWS_KMS",
  KeyManager: "CUSTOMER",
  KeySpec: "SYMMETRIC_DEFAULT",
  CustomerMasterKeySpec: "SYMMETRIC_DEFAULT",
  EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
  MultiRegion: false,
});

const keyIdSchema = z.object({ KeyId: z.string().min(1) });
const aliasName = z.string().regex(/^alias\/[a-zA-Z0-9/_-]+$/);

const requireState = (key: KmsKey, allowed: readonly KmsKey["state"][]): void => {
  if (allowed.includes(key.state)) return;
  throw new EmulatorError(
    "KMSInvalidStateException",
    `${keyArn(key.id)} is ${key.state}; this needs a key that is ${allowed.join(" or ")}.`,
  );
};

const creation = (store: KeyStore): Operations => ({
  CreateKey: operation(
    z.object({
      Description: z.string().default(""),
      KeyUsage: z.literal("ENCRYPT_DECRYPT").optional(),
      KeySpec: z.literal("SYMMETRIC_DEFAULT").optional(),
    }),
    async ({ Description }) => ({ KeyMetadata: metadata(await store.create(Description)) }),
  ),
  DescribeKey: operation(keyIdSchema, ({ KeyId }) => ({
    KeyMetadata: metadata(store.find(KeyId)),
  })),
  ListKeys: () => ({
    Keys: store.list().map(({ id }) => ({ KeyId: id, KeyArn: keyArn(id) })),
    Truncated: false,
  }),
  CreateAlias: operation(
    z.object({ AliasName: aliasName, TargetKeyId: z.string() }),
    async ({ AliasName, TargetKeyId }) => {
      await store.addAlias(AliasName, TargetKeyId);
      return {};
    },
  ),
  ListAliases: operation(z.object({ KeyId: z.string().optional() }), ({ KeyId }) => {
    const only = KeyId === undefined ? undefined : store.find(KeyId).id;
    const listed = store.aliases().filter(([, id]) => only === undefined || id === only);
    const Aliases = listed.map(([AliasName, TargetKeyId]) => ({
      AliasName,
      AliasArn: `arn:aws:kms:${region}:${accountId}:${AliasName}`,
      TargetKeyId,
    }));
    return { Aliases, Truncated: false };
  }),
});

const lifecycle = (store: KeyStore, now: () => number): Operations => {
  const switchTo = (state: "Enabled" | "Disabled") =>
    operation(keyIdSchema, async ({ KeyId }) => {
      const key = store.find(KeyId);
      requireState(key, ["Enabled", "Disabled"]);
      await store.change(key, { state });
      return {};
    });
  return {
    EnableKey: switchTo("Enabled"),
    DisableKey: switchTo("Disabled"),
    ScheduleKeyDeletion: operation(
      z.object({ KeyId: z.string(), PendingWindowInDays: z.int().min(7).max(30).default(30) }),
      async ({ KeyId, PendingWindowInDays }) => {
        const key = store.find(KeyId);
        requireState(key, ["Enabled", "Disabled"]);
        const deletionAt = now() / 1000 + PendingWindowInDays * 86_400;
        await store.change(key, { state: "PendingDeletion", deletionAt });
        return {
          KeyId: keyArn(key.id),
          DeletionDate: deletionAt,
          KeyState: key.state,
          PendingWindowInDays,
        };
      },
    ),
    CancelKeyDeletion: operation(keyIdSchema, async ({ KeyId }) => {
      const key = store.find(KeyId);
      requireState(key, ["PendingDeletion"]);
      // A key that was saved from deletion comes back disabled.
      await store.change(key, { state: "Disabled", deletionAt: undefined });
      return { KeyId: keyArn(key.id) };
    }),
    EnableKeyRotation: operation(keyIdSchema, async ({ KeyId }) => {
      await store.change(store.findUsable(KeyId), { isRotated: true });
      return {};
    }),
    GetKeyRotationStatus: operation(keyIdSchema, ({ KeyId }) => {
      const key = store.find(KeyId);
      return { KeyId: keyArn(key.id), KeyRotationEnabled: key.isRotated };
    }),
  };
};

/** The operations that make, list and switch keys. */
export const keyOperations = (store: KeyStore, now: () => number): Operations => ({
  ...creation(store),
  ...lifecycle(store, now),
});
