import { findEvent } from "../../../scripts/usage-redeliver/find-events";
import { numbered } from "../../contracts/usage-queue-guarantees";

const event = numbered(1);
const line = JSON.stringify({
  level: "ERROR",
  message: "usage_event_undelivered",
  timestamp: "2026-11-24T12:00:00.000Z",
  service: "gateway",
  event,
});
const inJson = JSON.stringify({ logStreamName: "a", message: `${line}\n`, timestamp: 1 });

describe("an undelivered event is found", () => {
  test.each([
    { name: "as the logger wrote it", text: line },
    { name: "after a timestamp, as an export to S3 has it", text: `2026-11-24T12:00:00Z ${line}` },
    {
      name: "after a time and a stream's name",
      text: `2026-11-24T12:00:00 2026/11/24/[$L]{a ${line}`,
    },
    { name: "within an answer of CloudWatch, in one line", text: inJson },
    { name: "as the message of a printed answer", text: `   "message": ${JSON.stringify(line)},` },
    { name: "as one of a list", text: `  ${line},` },
    { name: "with spaces around", text: `\t${line}  ` },
  ])("$name", ({ text }) => {
    expect(findEvent(text)).toEqual({ kind: "event", event });
  });
});

describe("other lines", () => {
  test.each([
    { name: "an empty line", text: "" },
    { name: "another message", text: '{"level":"INFO","message":"usage_queue_unreachable"}' },
    { name: "plain text", text: "START RequestId: 1 Version: $LATEST" },
  ])("$name is passed over", ({ text }) => {
    expect(findEvent(text)).toEqual({ kind: "other" });
  });

  test.each([
    { name: "is cut off", text: line.slice(0, -40) },
    { name: "lacks a field", text: line.replace('"version":1,', "") },
    { name: "has no event", text: '{"message":"usage_event_undelivered"}' },
    { name: "has an id without a time", text: line.replace(event.id, "req_x") },
  ])("an event that $name is named, and nothing of it quoted", ({ text }) => {
    const found = findEvent(text);
    expect(found.kind).toBe("unreadable");
    expect(JSON.stringify(found)).not.toContain("株式会社");
  });
});
