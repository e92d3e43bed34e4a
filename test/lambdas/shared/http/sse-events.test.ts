import fc from "fast-check";
import { createSseSplitter, sseData } from "../../../../lambdas/shared/http/sse-events";

const split = (pieces: readonly Uint8Array[]) => {
  const splitter = createSseSplitter();
  const events = pieces.flatMap((piece) => splitter.push(piece).map((event) => event.toString()));
  return { events, rest: splitter.rest().toString() };
};

const whole = (text: string) => split([Buffer.from(text)]);

/** Every way to cut the bytes in two, and the way to send each byte alone. */
const cuts = (text: string): Uint8Array[][] => {
  const bytes = Buffer.from(text);
  const inTwo = [...bytes.keys()].map((at) => [bytes.subarray(0, at), bytes.subarray(at)]);
  return [...inTwo, [...bytes].map((byte) => Buffer.from([byte]))];
};

const streams = [
  { name: "LF", text: "data: a\n\ndata: b\n\n", events: 2 },
  { name: "CRLF", text: "data: a\r\n\r\ndata: b\r\n\r\nx", events: 2 },
  { name: "CR", text: "data: a\r\rdata: b\r\rx", events: 2 },
  { name: "LF and CRLF mixed", text: "data: a\n\r\ndata: b\r\n\nx", events: 2 },
  { name: "comments and other fields", text: ": hi\n\nevent: e\nid: 1\ndata: a\n\n", events: 2 },
  {
    name: "characters of several bytes",
    text: 'data: {"t":"né 漢字 🚀"}\n\ndata: 🎉\n\n',
    events: 2,
  },
  { name: "an event of several data lines", text: "data: a\ndata: b\n\n", events: 1 },
  { name: "blank lines in a row", text: "\n\n\ndata: a\n\n", events: 4 },
  { name: "an end without a blank line", text: "data: a\n\ndata: b\n", events: 1 },
];

describe("the splitter of server-sent events", () => {
  test.each(streams)("finds the events of $name, wherever they are cut", ({ text, events }) => {
    const expected = whole(text);
    expect(expected.events).toHaveLength(events);
    expect(expected.events.join("") + expected.rest).toBe(text);
    for (const pieces of cuts(text)) expect(split(pieces)).toEqual(expected);
  });

  test("finds the same events in any bytes, cut anywhere", () => {
    const line = fc.constantFrom("data: x", ": c", "", "\n", "\r\n", "\r", "data:é", "\n\n");
    const text = fc.array(line, { maxLength: 20 }).map((lines) => lines.join(""));
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 40 }), { maxLength: 6 }), (stream, at) => {
        const bytes = Buffer.from(stream);
        const ends = [...at, bytes.length].sort((a, b) => a - b);
        const pieces = ends.map((end, n) => bytes.subarray(ends[n - 1] ?? 0, end));
        expect(split(pieces)).toEqual(whole(stream));
      }),
    );
  });

  test("looks through a long event in many pieces once", () => {
    const splitter = createSseSplitter();
    const piece = Buffer.alloc(1_024, "x");
    const startedAt = process.cpuUsage().user;
    for (let n = 0; n < 2_000; n += 1) splitter.push(piece);
    expect(splitter.push(Buffer.from("\n\n"))).toHaveLength(1);
    // Copying it anew with each piece would be two thousand million bytes, and seconds.
    expect(process.cpuUsage().user - startedAt).toBeLessThan(1_000_000);
  });
});

describe("an event's data", () => {
  test.each([
    { name: "one line", event: "data: a\n\n", data: "a" },
    { name: "one space is taken off, no more", event: "data:  a \n\n", data: " a " },
    { name: "no space is needed", event: "data:a\n\n", data: "a" },
    { name: "lines are joined", event: "data: a\r\ndata: b\r\n\r\n", data: "a\nb" },
    { name: "a bare field is an empty line", event: "data\n\n", data: "" },
    { name: "other fields are passed over", event: "event: x\nid: 1\ndata: a\n\n", data: "a" },
    { name: "a field that begins alike is another", event: "database: a\n\n", data: undefined },
    { name: "a comment has none", event: ": ping\n\n", data: undefined },
    { name: "an empty event has none", event: "\n", data: undefined },
  ])("$name", ({ event, data }) => {
    expect(sseData(Buffer.from(event))).toBe(data);
  });
});
