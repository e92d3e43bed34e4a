import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { EmulatorError } from "../emulator-error";

/** A blob: one byte of version, the key's id (16), nonce (12), tag (16), then the ciphertext. */
const version = 1;
const headBytes = 1 + 16 + 12 + 16;

export type EncryptionContext = Readonly<Record<string, string>>;

/** The context as one unambiguous text, whatever the order of its pairs. */
const authenticated = (context: EncryptionContext): Buffer => {
  const pairs = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify(pairs));
};

/** AES-256-GCM with the encryption context as authenticated data. */
export const seal = (
  keyId: string,
  material: Buffer,
  plaintext: Buffer,
  context: EncryptionContext,
): Buffer => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", material, nonce).setAAD(authenticated(context));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const id = Buffer.from(keyId.replaceAll("-", ""), "hex");
  return Buffer.concat([Buffer.from([version]), id, nonce, cipher.getAuthTag(), sealed]);
};

const invalid = (): EmulatorError => new EmulatorError("InvalidCiphertextException", "");

/** The id of the key that sealed a blob; throws `InvalidCiphertextException`. */
export const keyIdOf = (blob: Buffer): string => {
  if (blob.length < headBytes || blob[0] !== version) throw invalid();
  const hex = blob.subarray(1, 17).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

/**
 * Opens what `seal` made; throws `InvalidCiphertextException` for a changed blob or another context,
 * without saying which.
 */
export const unseal = (material: Buffer, blob: Buffer, context: EncryptionContext): Buffer => {
  const decipher = createDecipheriv("aes-256-gcm", material, blob.subarray(17, 29))
    .setAAD(authenticated(context))
    .setAuthTag(blob.subarray(29, headBytes));
  try {
    return Buffer.concat([decipher.update(blob.subarray(headBytes)), decipher.final()]);
  } catch {
    throw invalid();
  }
};
