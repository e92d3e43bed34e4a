import { crc32 } from "node:zlib";

const stringType = 7;

const header = (name: string, value: string): Buffer => {
  const [key, text] = [Buffer.from(name), Buffer.from(value)];
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length);
  return Buffer.concat([Buffer.from([key.length]), key, Buffer.from([stringType]), length, text]);
};

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** Both lengths, the prelude's checksum before the headers, the message's after the payload. */
const overheadBytes = 16;

/**
 * One event of AWS's binary event stream.
 * @see https://docs.aws.amazon.com/transcribe/latest/dg/streaming-setting-up.html (prelude,
 * headers, payload and checksums; Bedrock streams alike)
 */
export const eventMessage = (event: string, payload: unknown): Uint8Array => {
  const headers = Buffer.concat([
    header(":event-type", event),
    header(":content-type", "application/json"),
    header(":message-type", "event"),
  ]);
  const body = Buffer.from(JSON.stringify(payload));
  const lengths = Buffer.concat([
    uint32(headers.length + body.length + overheadBytes),
    uint32(headers.length),
  ]);
  const message = Buffer.concat([lengths, uint32(crc32(lengths)), headers, body]);
  return Buffer.concat([message, uint32(crc32(message))]);
};
