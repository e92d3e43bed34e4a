import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from "@aws-sdk/client-kms";
import { LRUCache } from "lru-cache";
import type { OrganizationId, RequestId } from "../../../core/ids";

/** What is stored of a text: it opens for its organization and its request only. */
export type SealedText = {
  /** The data key, sealed by KMS under the context of the organization. */
  readonly key: Uint8Array;
  /** 12 bytes of nonce, 16 of tag, and the deflated text. */
  readonly bytes: Uint8Array;
};

type DataKey = { readonly plain: Uint8Array; readonly sealed: Uint8Array };

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
/** A data key is used for so long, and for one organization: few calls of KMS, and little behind one. */
const keptMs = 5 * 60_000;

const contextOf = (organization: OrganizationId) => ({ org: organization, purpose: "prompts" });

/** Binds a text to its request: moved to another's row it does not open. */
const boundTo = (organization: OrganizationId, request: RequestId): Buffer =>
  Buffer.from(`${organization}/${request}`, "utf8");

/** Seals texts under data keys of the prompts' KMS key. */
export const createPromptSealer = (client: KMSClient, keyId: string) => {
  const dataKeys = new LRUCache<OrganizationId, Promise<DataKey>>({ max: 1_000, ttl: keptMs });

  const draw = async (organization: OrganizationId): Promise<DataKey> => {
    const { Plaintext, CiphertextBlob } = await client.send(
      new GenerateDataKeyCommand({
        KeyId: keyId,
        KeySpec: "AES_256",
        EncryptionContext: contextOf(organization),
      }),
    );
    if (!Plaintext || !CiphertextBlob) throw new Error("KMS answered without a data key");
    return { plain: Plaintext, sealed: CiphertextBlob };
  };

  const dataKeyOf = (organization: OrganizationId): Promise<DataKey> => {
    const known = dataKeys.get(organization);
    if (known) return known;
    const drawing = draw(organization);
    dataKeys.set(organization, drawing);
    drawing.catch(() => dataKeys.delete(organization));
    return drawing;
  };

  return async (
    organization: OrganizationId,
    request: RequestId,
    text: string,
  ): Promise<SealedText> => {
    const { plain, sealed } = await dataKeyOf(organization);
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, plain, nonce);
    cipher.setAAD(boundTo(organization, request));
    const body = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final()]);
    return { key: sealed, bytes: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
  };
};

/** Opens what `createPromptSealer` sealed. */
export const createPromptOpener =
  (client: KMSClient) =>
  async (
    organization: OrganizationId,
    request: RequestId,
    { key, bytes }: SealedText,
  ): Promise<string> => {
    const { Plaintext } = await client.send(
      new DecryptCommand({ CiphertextBlob: key, EncryptionContext: contextOf(organization) }),
    );
    if (!Plaintext) throw new Error("KMS opened a data key without an answer");
    const decipher = createDecipheriv(algorithm, Plaintext, bytes.subarray(0, nonceBytes));
    decipher.setAAD(boundTo(organization, request));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const body = bytes.subarray(nonceBytes + tagBytes);
    const deflated = Buffer.concat([decipher.update(body), decipher.final()]);
    return inflateRawSync(deflated).toString("utf8");
  };
