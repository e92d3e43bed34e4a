import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { envelopeSchema, recordableSchema } from "../../../../core/usage/usage-envelope";
import { createSqsUsageQueue } from "../../../../lambdas/shared/aws/sqs-usage-queue";
import { usageEvent } from "../../../contracts/usage-event-arbitrary";
import { idsOf, numbered } from "../../../contracts/usage-queue-guarantees";
import { createMemoryLog } from "../../../fakes/memory-log";

const queueUrl = "https://sqs.us-east-1.amazonaws.com/123456789012/usage";
const maxBatchBytes = 262_144;

const open = () => {
  const client = new SQSClient({ region: "us-east-1" });
  const sqs = mockClient(client);
  const { log, lines } = createMemoryLog();
  const sleeps: number[] = [];
  let seconds = 0;
  const queue = createSqsUsageQueue({
    client,
    queueUrl,
    log,
    // Each look at the clock is a second later: calls are never held back.
    now: () => {
      seconds += 1;
      return seconds * 1_000;
    },
    random: () => 0.5,
    sleep: async (delayMs) => {
      sleeps.push(delayMs);
    },
  });
  const entries = () =>
    sqs.commandCalls(SendMessageBatchCommand).map((call) => call.args[0].input.Entries ?? []);
  const sent = () =>
    entries()
      .flat()
      .flatMap(({ MessageBody = "" }) =>
        envelopeSchema
          .parse(JSON.parse(MessageBody))
          .events.map((event) => recordableSchema.parse(event)),
      );
  const logged = () =>
    lines
      .filter(({ message }) => message === "usage_event_undelivered")
      .map(({ fields }) => fields.event);
  return { sqs, queue, lines, sleeps, entries, sent, logged };
};

const many = (count: number) => Array.from({ length: count }, (_, serial) => numbered(serial));

describe("the usage queue's calls to SQS", () => {
  test("a lone event goes at once, in a call of its own", async () => {
    const { sqs, queue, entries } = open();
    sqs.on(SendMessageBatchCommand).resolves({});
    const sending = queue.send(numbered(1));
    await Promise.resolve();
    expect(entries()).toHaveLength(1);
    await sending;
  });

  test("a thousand events at once share few calls, each within SQS's limits", async () => {
    const { sqs, queue, entries, sent } = open();
    sqs.on(SendMessageBatchCommand).resolves({});
    const events = many(1_000);
    await Promise.all(events.map((event) => queue.send(event)));
    expect(idsOf(sent())).toEqual(idsOf(events));
    expect(entries().length).toBeLessThan(20);
    for (const call of entries()) {
      const bytes = call.map(({ MessageBody = "" }) => Buffer.byteLength(MessageBody));
      expect(call.length).toBeLessThanOrEqual(10);
      expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(maxBatchBytes);
    }
  });

  test("events of many bytes are cut by bytes and not by characters", async () => {
    const { sqs, queue, entries } = open();
    sqs.on(SendMessageBatchCommand).resolves({});
    const tags = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [n, "界".repeat(128)]));
    const events = many(400).map((event) => ({ ...event, tags }));
    await Promise.all(events.map((event) => queue.send(event)));
    for (const call of entries()) {
      const bytes = call.map(({ MessageBody = "" }) => Buffer.byteLength(MessageBody));
      expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(maxBatchBytes);
    }
  });

  test("only the messages that failed are sent again", async () => {
    const { sqs, queue, entries, sent, logged } = open();
    sqs
      .on(SendMessageBatchCommand)
      .resolvesOnce({
        Successful: [],
        Failed: [{ Id: "1", Code: "InternalError", SenderFault: false }],
      })
      .resolves({});
    const events = many(101);
    await Promise.all(events.map((event) => queue.send(event)));
    const [first, second] = entries();
    expect(second).toEqual([{ ...first?.[1], Id: "0" }]);
    expect(new Set(idsOf(sent()))).toEqual(new Set(idsOf(events)));
    expect(logged()).toEqual([]);
  });

  test("what waits for an unreachable queue is delivered later, with growing pauses", async () => {
    const { sqs, queue, sent, sleeps, logged } = open();
    const away = Object.assign(new Error("connect ECONNREFUSED"), { name: "Error" });
    sqs
      .on(SendMessageBatchCommand)
      .rejectsOnce(away)
      .rejectsOnce(away)
      .rejectsOnce(away)
      .resolves({});
    await queue.send(numbered(1));
    expect(new Set(idsOf(sent()))).toEqual(new Set([numbered(1).id]));
    expect(sleeps).toEqual([100, 200, 400]);
    expect(logged()).toEqual([]);
  });

  test("where the queue stays away every event is logged whole, and none rejects", async () => {
    const { sqs, queue, logged, lines } = open();
    sqs.on(SendMessageBatchCommand).rejects(new Error("gone, with body sk-secret"));
    const events = many(30);
    await Promise.all(events.map((event) => queue.send(event)));
    expect(logged()).toEqual(events);
    expect(lines.filter(({ level }) => level === "error")).toHaveLength(30);
    expect(JSON.stringify(lines)).not.toContain("sk-secret");
    await queue.drained();
  });

  test("after a group was given up, the next one is sent", async () => {
    const { sqs, queue, sent, logged } = open();
    sqs.on(SendMessageBatchCommand).rejects(new Error("away"));
    await queue.send(numbered(1));
    sqs.reset();
    sqs.on(SendMessageBatchCommand).resolves({});
    const next = usageEvent({ at: numbered(1).at }, 2);
    await queue.send(next);
    expect(idsOf(sent())).toEqual([next.id]);
    expect(logged()).toEqual([numbered(1)]);
  });
});
