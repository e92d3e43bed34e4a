import { gzipSync } from "node:zlib";

/** zlib's own CRC-32, which gzip keeps in front of its last four bytes. */
export const crc32 = (text: string): number => {
  const zipped = gzipSync(Buffer.from(text));
  return zipped.readUInt32LE(zipped.length - 8);
};
