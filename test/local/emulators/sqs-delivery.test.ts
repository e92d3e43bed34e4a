import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import { given, type Harness, startHarness } from "./harness";

let harness: Harness;
afterEach(() => harness.dispose());

const createQueue = async (QueueName: string, Attributes?: Record<string, string>) =>
  given((await harness.sqs.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl);
const send = (QueueUrl: string, MessageBody: string) =>
  harness.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
const receive = async (QueueUrl: string) => {
  const input = {
    QueueUrl,
    MaxNumberOfMessages: 10,
    MessageSystemAttributeNames: ["All" as const],
  };
  return (await harness.sqs.send(new ReceiveMessageCommand(input))).Messages ?? [];
};

describe("a queue with a dead-letter queue", () => {
  test("gives a message up after it was received too often, across a restart", async () => {
    harness = await startHarness();
    const dead = await createQueue("dead");
    const RedrivePolicy = JSON.stringify({
      deadLetterTargetArn: "arn:aws:sqs:us-east-1:000000000000:dead",
      maxReceiveCount: 2,
    });
    const usage = await createQueue("usage", { RedrivePolicy, VisibilityTimeout: "10" });
    await send(usage, "poison");
    expect(await receive(usage)).toHaveLength(1);
    harness = await harness.restart();
    harness.advance(10_000);
    expect(await receive(usage)).toHaveLength(1);
    expect(await receive(dead)).toHaveLength(0);
    harness.advance(10_000);
    expect(await receive(usage)).toHaveLength(0);
    harness = await harness.restart();
    const [letter, ...others] = await receive(dead);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      Body: "poison",
      Attributes: { DeadLetterQueueSourceArn: "arn:aws:sqs:us-east-1:000000000000:usage" },
    });
    harness.advance(10_000);
    expect(await receive(usage)).toHaveLength(0);
  });
});

describe("duplicateEvery", () => {
  test("delivers each n-th message twice, and the copy outlives the deletion of the first", async () => {
    harness = await startHarness({ duplicateEvery: 3 });
    const usage = await createQueue("usage");
    for (const body of ["1", "2", "3", "4", "5", "6"]) await send(usage, body);
    const messages = await receive(usage);
    expect(messages.map(({ Body }) => Body)).toEqual(["1", "2", "3", "3", "4", "5", "6", "6"]);
    const [first, second] = messages.filter(({ Body }) => Body === "3");
    expect(first?.MessageId).toBe(second?.MessageId);
    const { ReceiptHandle } = given(first);
    await harness.sqs.send(new DeleteMessageCommand({ QueueUrl: usage, ReceiptHandle }));
    harness.advance(30_000);
    const again = (await receive(usage)).filter(({ Body }) => Body === "3");
    expect(again).toHaveLength(1);
  });
});

describe("a restart", () => {
  test("keeps what was sent, forgets what was deleted, and honors receipts and timeouts", async () => {
    harness = await startHarness();
    const before = await createQueue("usage");
    for (const body of ["deleted", "in flight", "waiting"]) await send(before, body);
    const two = new ReceiveMessageCommand({ QueueUrl: before, MaxNumberOfMessages: 2 });
    const { Messages: [first, second] = [] } = await harness.sqs.send(two);
    const deletion = { QueueUrl: before, ReceiptHandle: first?.ReceiptHandle };
    await harness.sqs.send(new DeleteMessageCommand(deletion));
    harness = await harness.restart();
    const url = new GetQueueUrlCommand({ QueueName: "usage" });
    const after = given((await harness.sqs.send(url)).QueueUrl);
    expect((await receive(after)).map(({ Body }) => Body)).toEqual(["waiting"]);
    // A queue's URL of the former run still names it, and so does a receipt.
    const late = { QueueUrl: before, ReceiptHandle: second?.ReceiptHandle };
    await harness.sqs.send(new DeleteMessageCommand(late));
    harness.advance(30_000);
    expect((await receive(after)).map(({ Body }) => Body)).toEqual(["waiting"]);
  });
});
