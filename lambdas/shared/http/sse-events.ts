const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Cuts a byte stream into whole server-sent events, each with the blank line that ends it, so that
 * an event can be passed on byte for byte or left out. LF, CRLF and CR end lines; a multi-byte
 * character is never cut, as an event ends at ASCII only.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export const createSseSplitter = () => {
  let held: Buffer = Buffer.alloc(0);

  /** The index after the first blank line at or after `from`, or -1 if none is complete. */
  const endOfEvent = (bytes: Buffer, from: number): number => {
    let lineStart = from;
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte !== lineFeed && byte !== carriageReturn) continue;
      // A CR at the very end may be half of a CRLF: wait for what follows.
      if (byte === carriageReturn && at + 1 === bytes.length) return -1;
      const next = byte === carriageReturn && bytes[at + 1] === lineFeed ? at + 2 : at + 1;
      if (at === lineStart) return next;
      lineStart = next;
      at = next - 1;
    }
    return -1;
  };

  return {
    /** The events that this piece completes. */
    push(piece: Uint8Array): Buffer[] {
      const arrived = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      const bytes = held.length > 0 ? Buffer.concat([held, arrived]) : arrived;
      const events: Buffer[] = [];
      let start = 0;
      for (let end = endOfEvent(bytes, 0); end >= 0; end = endOfEvent(bytes, start)) {
        events.push(bytes.subarray(start, end));
        start = end;
      }
      held = bytes.subarray(start);
      return events;
    },
    /** What came after the last whole event. */
    rest(): Buffer {
      return held;
    },
  };
};

/** The event's `data` lines joined by line feeds; undefined for a comment or an event without. */
export const sseData = (event: Uint8Array): string | undefined => {
  const text = Buffer.from(event.buffer, event.byteOffset, event.byteLength).toString("utf8");
  let data: string | undefined;
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (!line.startsWith("data")) continue;
    if (line.length > 4 && line[4] !== ":") continue;
    const value = line[5] === " " ? line.slice(6) : line.slice(5);
    data = data === undefined ? value : `${data}\n${value}`;
  }
  return data;
};
