import { randomBytes } from "node:crypto";
import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import { type Operations, operation } from "../operation";
import { type KeyStore, type KmsKey, keyArn } from "./key-store";
import { keyIdOf, seal, unseal } from "./seal";

const context = z.record(z.string(), z.string()).default({});
const blob = (maxBytes: number) =>
  z
    .base64()
    .transform((text) => Buffer.from(text, "base64"))
    .refine((bytes) => bytes.length >= 1 && bytes.length <= maxBytes, {
      error: `must have 1 to ${maxBytes} bytes`,
    });

const algorithm = "SYMMETRIC_DEFAULT";
const materialOf = (key: KmsKey): Buffer => Buffer.from(key.material, "base64");

const openerOf = (store: KeyStore, sealed: Buffer, named: string | undefined): KmsKey => {
  const key = store.byId(keyIdOf(sealed));
  if (!key) throw new EmulatorError("InvalidCiphertextException", "");
  if (named !== undefined && store.find(named) !== key) {
    throw new EmulatorError(
      "IncorrectKeyException",
      "The key ID in the request does not identify a CMK that can perform this operation.",
    );
  }
  return store.findUsable(key.id);
};

/** Encrypt, Decrypt and GenerateDataKey, bounded as KMS bounds them. */
export const cryptoOperations = (store: KeyStore): Operations => ({
  Encrypt: operation(
    z.object({ KeyId: z.string(), Plaintext: blob(4096), EncryptionContext: context }),
    ({ KeyId, Plaintext, EncryptionContext }) => {
      const key = store.findUsable(KeyId);
      const sealed = seal(key.id, materialOf(key), Plaintext, EncryptionContext);
      return {
        CiphertextBlob: sealed.toString("base64"),
        KeyId: keyArn(key.id),
        EncryptionAlgorithm: algorithm,
      };
    },
  ),
  Decrypt: operation(
    z.object({
      KeyId: z.string().optional(),
      CiphertextBlob: blob(6144),
      EncryptionContext: context,
    }),
    ({ KeyId, CiphertextBlob, EncryptionContext }) => {
      const key = openerOf(store, CiphertextBlob, KeyId);
      const plaintext = unseal(materialOf(key), CiphertextBlob, EncryptionContext);
      return {
        KeyId: keyArn(key.id),
        Plaintext: plaintext.toString("base64"),
        EncryptionAlgorithm: algorithm,
      };
    },
  ),
  GenerateDataKey: operation(
    z.object({
      KeyId: z.string(),
      KeySpec: z.enum(["AES_256", "AES_128"]).optional(),
      NumberOfBytes: z.int().min(1).max(1024).optional(),
      EncryptionContext: context,
    }),
    ({ KeyId, KeySpec, NumberOfBytes, EncryptionContext }) => {
      const key = store.findUsable(KeyId);
      const plaintext = randomBytes(NumberOfBytes ?? (KeySpec === "AES_128" ? 16 : 32));
      const sealed = seal(key.id, materialOf(key), plaintext, EncryptionContext);
      return {
        CiphertextBlob: sealed.toString("base64"),
        Plaintext: plaintext.toString("base64"),
        KeyId: keyArn(key.id),
      };
    },
  ),
});
