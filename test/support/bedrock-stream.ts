import { EventStreamCodec } from "@smithy/eventstream-codec";

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes as Uint8Array).toString("utf8"),
  (text) => Buffer.from(text, "utf8"),
);

const named = (value: string) => ({ type: "string" as const, value });

/** Events of Bedrock's binary stream, each `{name: fields}`, read without its SDK. */
export const readBedrockStream = (bytes: Uint8Array): Record<string, unknown>[] => {
  const events: Record<string, unknown>[] = [];
  let rest = Buffer.from(bytes);
  while (rest.length > 0) {
    const length = rest.readUInt32BE(0);
    const { headers, body } = codec.decode(rest.subarray(0, length));
    const name = String(headers[":event-type"]?.value ?? headers[":exception-type"]?.value);
    // `p` is padding, against guessing by length.
    const { p: _, ...fields } = JSON.parse(Buffer.from(body).toString("utf8")) as {
      p?: string;
    };
    events.push({ [name]: fields });
    rest = rest.subarray(length);
  }
  return events;
};

/** One event as Bedrock writes it. */
export const bedrockEvent = (name: string, fields: unknown): Buffer =>
  Buffer.from(
    codec.encode({
      headers: {
        ":message-type": named(name.endsWith("Exception") ? "exception" : "event"),
        [name.endsWith("Exception") ? ":exception-type" : ":event-type"]: named(name),
        ":content-type": named("application/json"),
      },
      body: Buffer.from(JSON.stringify(fields), "utf8"),
    }),
  );
