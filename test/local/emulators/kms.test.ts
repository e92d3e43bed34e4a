import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  ListKeysCommand,
  ScheduleKeyDeletionCommand,
} from "@aws-sdk/client-kms";
import { given, type Harness, startHarness } from "./harness";

let harness: Harness;
let KeyId: string;
beforeEach(async () => {
  harness = await startHarness();
  KeyId = given((await harness.kms.send(new CreateKeyCommand({}))).KeyMetadata?.KeyId);
});
afterEach(() => harness.dispose());

type Context = Record<string, string>;
const encrypt = async (text: string, EncryptionContext?: Context) => {
  const Plaintext = Buffer.from(text);
  const command = new EncryptCommand({ KeyId, Plaintext, EncryptionContext });
  return given((await harness.kms.send(command)).CiphertextBlob);
};
const decrypt = async (CiphertextBlob: Uint8Array, EncryptionContext?: Context) => {
  const command = new DecryptCommand({ CiphertextBlob, EncryptionContext });
  return Buffer.from(given((await harness.kms.send(command)).Plaintext)).toString();
};

test("what was encrypted is decrypted under the same context, in any order", async () => {
  const sealed = await encrypt("a secret", { org: "o", provider: "openai" });
  expect(await decrypt(sealed, { provider: "openai", org: "o" })).toBe("a secret");
});

test.each<{ name: string; context?: Context }>([
  { name: "another value", context: { org: "other" } },
  { name: "another name", context: { organization: "o" } },
  { name: "one pair more", context: { org: "o", more: "x" } },
  { name: "no context" },
])("a context with $name does not decrypt", async ({ context }) => {
  const sealed = await encrypt("a secret", { org: "o" });
  await expect(decrypt(sealed, context)).rejects.toMatchObject({
    name: "InvalidCiphertextException",
  });
});

test("a changed or cut ciphertext does not decrypt", async () => {
  const sealed = Buffer.from(await encrypt("a secret"));
  const changed = Buffer.from(sealed);
  changed.writeUInt8(changed.readUInt8(sealed.length - 1) ^ 1, sealed.length - 1);
  for (const broken of [changed, sealed.subarray(0, 20)]) {
    await expect(decrypt(broken)).rejects.toMatchObject({ name: "InvalidCiphertextException" });
  }
});

test("a restart still decrypts, and keeps aliases", async () => {
  const sealed = await encrypt("a secret", { org: "o" });
  await harness.kms.send(new CreateAliasCommand({ AliasName: "alias/vault", TargetKeyId: KeyId }));
  harness = await harness.restart();
  expect(await decrypt(sealed, { org: "o" })).toBe("a secret");
  const { Aliases } = await harness.kms.send(new ListAliasesCommand({}));
  expect(Aliases).toEqual([
    expect.objectContaining({ AliasName: "alias/vault", TargetKeyId: KeyId }),
  ]);
  const { KeyMetadata } = await harness.kms.send(new DescribeKeyCommand({ KeyId: "alias/vault" }));
  expect(KeyMetadata?.KeyId).toBe(KeyId);
  expect((await harness.kms.send(new ListKeysCommand({}))).Keys).toHaveLength(1);
});

test("a data key comes plain and sealed", async () => {
  const command = new GenerateDataKeyCommand({ KeyId, KeySpec: "AES_256" });
  const { Plaintext, CiphertextBlob } = await harness.kms.send(command);
  expect(Plaintext).toHaveLength(32);
  const opened = await harness.kms.send(new DecryptCommand({ CiphertextBlob }));
  expect(Buffer.from(given(opened.Plaintext))).toEqual(Buffer.from(given(Plaintext)));
});

test("a disabled key neither encrypts nor decrypts, until it is enabled again", async () => {
  const sealed = await encrypt("a secret");
  await harness.kms.send(new DisableKeyCommand({ KeyId }));
  await expect(encrypt("more")).rejects.toMatchObject({ name: "DisabledException" });
  await expect(decrypt(sealed)).rejects.toMatchObject({ name: "DisabledException" });
  await harness.kms.send(new EnableKeyCommand({ KeyId }));
  expect(await decrypt(sealed)).toBe("a secret");
});

test("a key that waits for deletion is of no use, and comes back disabled", async () => {
  await harness.kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  await expect(encrypt("more")).rejects.toMatchObject({ name: "KMSInvalidStateException" });
  await harness.kms.send(new CancelKeyDeletionCommand({ KeyId }));
  await expect(encrypt("more")).rejects.toMatchObject({ name: "DisabledException" });
  await harness.kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  harness.advance(7 * 86_400_000);
  await expect(encrypt("more")).rejects.toMatchObject({ name: "NotFoundException" });
});

test("more than 4096 bytes are refused", async () => {
  expect(await decrypt(await encrypt("x".repeat(4096)))).toHaveLength(4096);
  await expect(encrypt("x".repeat(4097))).rejects.toMatchObject({ name: "ValidationException" });
});

test("rotation is off until it is switched on", async () => {
  const status = async () =>
    (await harness.kms.send(new GetKeyRotationStatusCommand({ KeyId }))).KeyRotationEnabled;
  expect(await status()).toBe(false);
  await harness.kms.send(new EnableKeyRotationCommand({ KeyId }));
  expect(await status()).toBe(true);
});
