import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { KMSClient } from "@aws-sdk/client-kms";
import * as z from "zod";
import type { OrganizationId, RequestId } from "../../../core/ids";
import type { PromptReader, PromptWriter, StoredPrompt } from "../../../core/ports/prompt-store";
import { createPromptOpener, createPromptSealer } from "./prompt-seal";

/**
 * Prompts in the `usage` table: partition `<org>#prompt#<request>`, sort `PROMPT`, with the sealed
 * data key, the sealed text and the time at which it may be forgotten.
 */
const keyOf = (organization: OrganizationId, request: RequestId) => ({
  pk: { S: `${organization}#prompt#${request}` },
  sk: { S: "PROMPT" },
});

export type PromptStoreParts = {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly kms: KMSClient;
  /** Of the prompts' own key. */
  readonly keyId: string;
};

/**
 * An item holds 400 KB.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 * (read 2026-11-24)
 */
const mostBytes = 380_000;

const textSchema = z.object({ request: z.string(), answer: z.string() });

const itemSchema = z.object({
  dataKey: z.object({ B: z.instanceof(Uint8Array) }),
  sealed: z.object({ B: z.instanceof(Uint8Array) }),
  expiresAt: z.object({ N: z.string().transform(Number) }),
});

const cutTo = (text: string, most: number): string =>
  text.length <= most
    ? text
    : `${text.slice(0, most)}… (cut: the first ${most} of ${text.length} characters)`;

export const createDynamoPromptWriter = (parts: PromptStoreParts): PromptWriter => {
  const { client, table: TableName, kms, keyId } = parts;
  const seal = createPromptSealer(kms, keyId);
  return {
    async put(organization, request, prompt: StoredPrompt) {
      // Texts deflate to a fourth, pictures hardly: cut until it fits.
      for (let most = 1_000_000; ; most = Math.floor(most / 2)) {
        const text = { request: cutTo(prompt.request, most), answer: cutTo(prompt.answer, most) };
        const sealed = await seal(organization, request, JSON.stringify(text));
        if (sealed.bytes.byteLength > mostBytes) continue;
        const Item = {
          ...keyOf(organization, request),
          dataKey: { B: sealed.key },
          sealed: { B: sealed.bytes },
          expiresAt: { N: String(prompt.expiresAt) },
          expiresAtSeconds: { N: String(Math.ceil(prompt.expiresAt / 1_000)) },
        };
        await client.send(new PutItemCommand({ TableName, Item }));
        return;
      }
    },
  };
};

/** @param parts - `now` in milliseconds since 1970 UTC: the table forgets some hours late. */
export const createDynamoPromptReader = (
  parts: Omit<PromptStoreParts, "keyId"> & { readonly now: () => number },
): PromptReader => {
  const { client, table: TableName, kms, now } = parts;
  const open = createPromptOpener(kms);
  return {
    async find(organization, request) {
      const Key = keyOf(organization, request);
      const { Item } = await client.send(new GetItemCommand({ TableName, Key }));
      if (!Item) return undefined;
      const { dataKey, sealed, expiresAt } = itemSchema.parse(Item);
      if (expiresAt.N <= now()) return undefined;
      const stored = { key: dataKey.B, bytes: sealed.B };
      const text = textSchema.parse(JSON.parse(await open(organization, request, stored)));
      return { ...text, expiresAt: expiresAt.N };
    },
  };
};
