import { EventStreamCodec } from "@smithy/eventstream-codec";

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes).toString("utf8"),
  (text) => Buffer.from(text, "utf8"),
);

/**
 * Bedrock's binary event stream as the text of the event stream that its carrier makes of it: one
 * object an event, under the event's own name.
 *
 * @param base64 - the recorded bytes.
 */
export const bedrockEvents = (base64: string): string => {
  const bytes = Buffer.from(base64, "base64");
  const events: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    // A message begins with its own length.
    const length = bytes.readUInt32BE(at);
    const { headers, body } = codec.decode(bytes.subarray(at, at + length));
    const name = String(headers[":event-type"]?.value);
    const value: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    events.push(`data: ${JSON.stringify({ [name]: value })}\n\n`);
    at += length;
  }
  return events.join("");
};
