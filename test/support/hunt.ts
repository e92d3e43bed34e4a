import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, inflateRawSync, unzipSync } from "node:zlib";
import {
  type AttributeValue,
  type DynamoDBClient,
  ListTablesCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";

/**
 * A secret in every form in which it might lie about: plain, hex, escaped for a URL, and base64 at
 * each of the three ways in which it can fall among other bytes.
 */
export const formsOf = (secret: string): readonly Buffer[] => {
  const bytes = Buffer.from(secret, "utf8");
  const base64 = [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    // The first and the last characters also hold bits of the neighbours.
    const sure = text.replace(/=+$/, "").slice(shift === 0 ? 0 : 4, -2);
    return [sure, sure.replaceAll("+", "-").replaceAll("/", "_")];
  });
  const hex = bytes.toString("hex");
  const texts = [secret, hex, hex.toUpperCase(), encodeURIComponent(secret), ...base64];
  return [...new Set(texts)].map((text) => Buffer.from(text, "utf8"));
};

export const holds = (hay: Uint8Array | string, secret: string): boolean => {
  const bytes = typeof hay === "string" ? Buffer.from(hay, "utf8") : Buffer.from(hay);
  return formsOf(secret).some((form) => bytes.includes(form));
};

/** Every file below a folder, whatever it is. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

/** The files below a folder that hold a secret in any form. */
export const filesThatHold = (folder: string, secret: string): readonly string[] =>
  filesBelow(folder).filter((path) => holds(readFileSync(path), secret));

/** Bytes as they are, and what they unpack to where they are packed. */
const unpacked = (bytes: Uint8Array): readonly Uint8Array[] => {
  const found = [bytes];
  for (const unpack of [inflateRawSync, unzipSync, brotliDecompressSync]) {
    try {
      found.push(unpack(bytes));
    } catch {
      // Not packed in this way.
    }
  }
  return found;
};

const bytesOf = (value: AttributeValue): readonly (Uint8Array | string)[] => {
  if (value.B) return unpacked(value.B);
  if (value.M) return Object.entries(value.M).flatMap(([name, one]) => [name, ...bytesOf(one)]);
  if (value.L) return value.L.flatMap(bytesOf);
  return [JSON.stringify(value)];
};

export type TableItem = { readonly table: string; readonly item: Record<string, AttributeValue> };

/** Every item of every table: files may be compressed, what a client reads is not. */
export const allItems = async (client: DynamoDBClient): Promise<readonly TableItem[]> => {
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const items: TableItem[] = [];
  for (const table of TableNames) {
    let from: Record<string, AttributeValue> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName: table, ...(from && { ExclusiveStartKey: from }) }),
      );
      items.push(...(page.Items ?? []).map((item) => ({ table, item })));
      from = page.LastEvaluatedKey;
    } while (from);
  }
  return items;
};

/** The items that hold a secret in any form, in whatever attribute. */
export const itemsThatHold = (items: readonly TableItem[], secret: string): readonly TableItem[] =>
  items.filter(({ item }) => bytesOf({ M: item }).some((bytes) => holds(bytes, secret)));
