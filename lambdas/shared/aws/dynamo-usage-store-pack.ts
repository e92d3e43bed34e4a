import { deflateSync, inflateSync } from "node:zlib";
import {
  type AttributeValue,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { CellInterval, UsagePacks } from "../../../core/ports/usage-cells";
import { fromBytes, toBytes } from "../../../core/usage/cells/block-bytes";
import type { CellBlock } from "../../../core/usage/cells/cell-block";
import type { DayMark } from "../../../core/usage/day-mark";
import { packKey } from "./dynamo-usage-store-keys";
import { packedUpdateOf } from "./dynamo-usage-store-mark";
import type { ReadParts } from "./dynamo-usage-store-read";

/** An item takes 400 kB, names and keys included. */
const mostBytes = 380_000;

type Part = { readonly bytes: Uint8Array; readonly parts: number };

const partsOf = (blocks: readonly CellBlock[]): readonly Uint8Array[] => {
  const deflated = deflateSync(toBytes(blocks));
  const count = Math.max(1, Math.ceil(deflated.byteLength / mostBytes));
  return Array.from({ length: count }, (_, n) =>
    deflated.subarray(n * mostBytes, (n + 1) * mostBytes),
  );
};

/** Undefined where the item is missing, or packed as of another number of requests. */
const partIn = (
  item: Record<string, AttributeValue> | undefined,
  { requests }: DayMark,
): Part | undefined => {
  const bytes = item?.cells?.B;
  if (!bytes || item.requests?.N !== String(requests)) return undefined;
  return { bytes, parts: Number(item.parts?.N) };
};

/** Undefined where the bytes, which carry a checksum, are not what was packed. */
const unpack = (parts: readonly Part[]): readonly CellBlock[] | undefined => {
  try {
    return fromBytes(inflateSync(Buffer.concat(parts.map(({ bytes }) => bytes))));
  } catch {
    // The buckets themselves are there still.
    return undefined;
  }
};

/**
 * A day's cells as few binary items, see `docs/decisions/packed-days.md`. Each part tells as of how many
 * requests it was packed, so that parts of two packs are never put together.
 */
export const createDynamoUsagePacks = ({ client, table: TableName }: ReadParts): UsagePacks => {
  const readPart = async (mark: DayMark, interval: CellInterval, part: number) => {
    const Key = packKey(mark, interval, part);
    return partIn((await client.send(new GetItemCommand({ TableName, Key }))).Item, mark);
  };

  const writePart = async (mark: DayMark, interval: CellInterval, part: number, all: Part) => {
    const Item = {
      ...packKey(mark, interval, part),
      requests: { N: String(mark.requests) },
      parts: { N: String(all.parts) },
      cells: { B: all.bytes },
    };
    await client.send(new PutItemCommand({ TableName, Item }));
  };

  return {
    async read(mark, interval) {
      const first = await readPart(mark, interval, 0);
      if (!first) return undefined;
      const more = await Promise.all(
        Array.from({ length: first.parts - 1 }, (_, n) => readPart(mark, interval, n + 1)),
      );
      const parts = [first, ...more].flatMap((part) => part ?? []);
      return parts.length === first.parts ? unpack(parts) : undefined;
    },

    async write(mark, packed) {
      for (const [interval, blocks] of Object.entries(packed) as [
        CellInterval,
        readonly CellBlock[],
      ][]) {
        const parts = partsOf(blocks);
        await Promise.all(
          parts.map((bytes, n) => writePart(mark, interval, n, { bytes, parts: parts.length })),
        );
      }
      // Last, so that whoever reads the mark finds what it tells of.
      await client.send(new UpdateItemCommand(packedUpdateOf(TableName, mark)));
    },
  };
};
