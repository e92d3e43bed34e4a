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
  // Where the search goes on, so that a long event in many pieces is looked through once.
  let searched = 0;
  let lineStart = 0;

  /** The index after the next blank line, or -1 if none is complete. */
  const endOfEvent = (bytes: Buffer): number => {
    for (; searched < bytes.length; searched += 1) {
      const byte = bytes[searched];
      if (byte !== lineFeed && byte !== carriageReturn) continue;
      // A CR at the very end may be half of a CRLF: wait for what follows.
      if (byte === carriageReturn && searched + 1 === bytes.length) return -1;
      const paired = byte === carriageReturn && bytes[searched + 1] === lineFeed;
      const blank = searched === lineStart;
      lineStart = searched + (paired ? 2 : 1);
      searched = lineStart - 1;
      if (!blank) continue;
      searched = lineStart;
      return lineStart;
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
      for (let end = endOfEvent(bytes); end >= 0; end = endOfEvent(bytes)) {
        events.push(bytes.subarray(start, end));
        start = end;
      }
      held = bytes.subarray(start);
      searched -= start;
      lineStart -= start;
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
