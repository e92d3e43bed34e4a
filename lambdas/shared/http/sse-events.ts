const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Cuts a byte stream into whole server-sent events, each with the blank line that ends it, so that
 * an event can be passed on byte for byte or left out. LF, CRLF and CR end lines; a multi-byte
 * character is never cut, as an event ends at ASCII only.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export const createSseSplitter = () => {
  // Pieces are joined once, when their event ends: a long one is not copied with each piece.
  let held: Buffer[] = [];
  let heldBytes = 0;
  let lineEmpty = true;
  /** A CR came last: a LF that follows belongs to it. */
  let afterReturn = false;
  /** That CR ended a blank line, and with it the event. */
  let closing = false;

  return {
    /** The events that this piece completes. */
    push(piece: Uint8Array): Buffer[] {
      const arrived = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      const events: Buffer[] = [];
      let start = 0;
      const cut = (end: number) => {
        const last = arrived.subarray(start, end);
        events.push(held.length > 0 ? Buffer.concat([...held, last]) : last);
        held = [];
        heldBytes = 0;
        start = end;
        lineEmpty = true;
        closing = false;
      };
      for (let at = 0; at < arrived.length; at += 1) {
        const byte = arrived[at];
        if (afterReturn) {
          afterReturn = false;
          if (closing) cut(byte === lineFeed ? at + 1 : at);
          if (byte === lineFeed) continue;
        }
        if (byte === lineFeed && lineEmpty) cut(at + 1);
        else if (byte === carriageReturn) {
          afterReturn = true;
          closing = lineEmpty;
          lineEmpty = true;
        } else lineEmpty = byte === lineFeed;
      }
      if (start < arrived.length) held.push(arrived.subarray(start));
      heldBytes += arrived.length - start;
      return events;
    },
    /** How long an event is that has not ended yet. */
    heldBytes: () => heldBytes,
    /** What came after the last whole event. */
    rest(): Buffer {
      return Buffer.concat(held);
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
