import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  type Message,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageBatchCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from "@aws-sdk/client-sqs";
import { given, type Harness, startHarness, times } from "./harness";

let harness: Harness;
let QueueUrl: string;
beforeEach(async () => {
  harness = await startHarness();
  QueueUrl = await createQueue("usage");
});
afterEach(() => harness.dispose());

const createQueue = async (QueueName: string, Attributes?: Record<string, string>) =>
  given((await harness.sqs.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl);
const send = (MessageBody: string) =>
  harness.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
const receive = async (
  options: Partial<ReceiveMessageCommandInput> = {},
): Promise<readonly Message[]> => {
  const input = { QueueUrl, MaxNumberOfMessages: 10, ...options };
  return (await harness.sqs.send(new ReceiveMessageCommand(input))).Messages ?? [];
};
const bodies = async (options?: Partial<ReceiveMessageCommandInput>) =>
  (await receive(options)).map(({ Body }) => Body);
const remove = ({ ReceiptHandle }: Message) =>
  harness.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));

test("messages come with their attributes, in the order they were sent", async () => {
  const attribute = { DataType: "String", StringValue: "é" };
  const MessageAttributes = { kind: attribute };
  await harness.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "ä", MessageAttributes }));
  await send("second");
  const [first, second] = await receive({
    MessageAttributeNames: ["All"],
    MessageSystemAttributeNames: ["ApproximateReceiveCount"],
  });
  expect(first).toMatchObject({
    Body: "ä",
    MessageAttributes: { kind: attribute },
    Attributes: { ApproximateReceiveCount: "1" },
  });
  expect(second?.Body).toBe("second");
});

test("a batch answers for each entry", async () => {
  const Entries = [
    { Id: "good", MessageBody: "x" },
    { Id: "bad", MessageBody: "x".repeat(1025) },
  ];
  const Attributes = { MaximumMessageSize: "1024" };
  await harness.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
  const { Successful, Failed } = await harness.sqs.send(
    new SendMessageBatchCommand({ QueueUrl, Entries }),
  );
  expect(Successful?.map(({ Id }) => Id)).toEqual(["good"]);
  expect(Failed?.map(({ Id, SenderFault }) => [Id, SenderFault])).toEqual([["bad", true]]);
});

test.each([
  { name: "EmptyBatchRequest", ids: [] },
  { name: "BatchEntryIdsNotDistinct", ids: ["a", "a"] },
  { name: "TooManyEntriesInBatchRequest", ids: Array.from({ length: 11 }, (_, i) => `${i}`) },
])("a batch that is wrong as a whole is refused: $name", async ({ name, ids }) => {
  const Entries = ids.map((Id) => ({ Id, MessageBody: "x" }));
  const batch = new SendMessageBatchCommand({ QueueUrl, Entries });
  await expect(harness.sqs.send(batch)).rejects.toMatchObject({ name });
});

test("a message that is not deleted comes again after its visibility timeout, and not before", async () => {
  await send("again");
  const [first] = await receive({ VisibilityTimeout: 30 });
  harness.advance(29_999);
  expect(await receive()).toEqual([]);
  harness.advance(1);
  const [second] = await receive({ MessageSystemAttributeNames: ["All"] });
  expect(second?.MessageId).toBe(first?.MessageId);
  expect(second?.Attributes?.ApproximateReceiveCount).toBe("2");
  // The first delivery's receipt is out of date: it deletes nothing.
  await remove(given(first));
  harness.advance(30_000);
  expect(await bodies()).toEqual(["again"]);
});

test("a deleted message never comes again", async () => {
  await send("a");
  await send("b");
  const messages = await receive();
  const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: `${index}`, ReceiptHandle }));
  await harness.sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  harness.advance(3_600_000);
  expect(await receive()).toEqual([]);
});

test("a visibility timeout of 0 gives a message back at once", async () => {
  await send("back");
  const [{ ReceiptHandle } = {}] = await receive();
  const input = { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 };
  await harness.sqs.send(new ChangeMessageVisibilityCommand(input));
  expect(await bodies({ VisibilityTimeout: 0 })).toEqual(["back"]);
  // Once in each answer, though it stays visible.
  expect(await bodies({ VisibilityTimeout: 0 })).toEqual(["back"]);
});

test("a delayed message comes when its delay is over", async () => {
  const delayed = new SendMessageCommand({ QueueUrl, MessageBody: "later", DelaySeconds: 5 });
  await harness.sqs.send(delayed);
  expect(await receive()).toEqual([]);
  harness.advance(5000);
  expect(await bodies()).toEqual(["later"]);
});

test("a long poll is answered by the next message", async () => {
  const waiting = bodies({ WaitTimeSeconds: 20 });
  const elsewhere = await createQueue("elsewhere");
  await harness.sqs.send(new SendMessageCommand({ QueueUrl: elsewhere, MessageBody: "no" }));
  await send("here");
  expect(await waiting).toEqual(["here"]);
});

test("parallel consumers share the messages and none comes to two of them", async () => {
  await times(50, (index) => send(`${index}`));
  const received = (await times(10, () => bodies())).flat();
  expect(new Set(received).size).toBe(50);
  expect(received).toHaveLength(50);
});

test("a message is kept for its retention and no longer", async () => {
  const Attributes = { MessageRetentionPeriod: "60" };
  await harness.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
  await send("old");
  harness.advance(60_000);
  expect(await receive()).toEqual([]);
});

test("a queue counts what is visible, in flight and delayed; purging empties it", async () => {
  const counts = async () => {
    const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] });
    const { Attributes: all } = await harness.sqs.send(command);
    return [
      all?.ApproximateNumberOfMessages,
      all?.ApproximateNumberOfMessagesNotVisible,
      all?.ApproximateNumberOfMessagesDelayed,
    ];
  };
  await times(3, (index) => send(`${index}`));
  await receive({ MaxNumberOfMessages: 1 });
  expect(await counts()).toEqual(["2", "1", "0"]);
  await harness.sqs.send(new PurgeQueueCommand({ QueueUrl }));
  expect(await counts()).toEqual(["0", "0", "0"]);
});

test("creating a queue again is harmless, with other attributes an error", async () => {
  expect(await createQueue("usage")).toBe(QueueUrl);
  await expect(createQueue("usage", { VisibilityTimeout: "1" })).rejects.toMatchObject({
    name: "QueueNameExists",
  });
  expect((await harness.sqs.send(new ListQueuesCommand({}))).QueueUrls).toEqual([QueueUrl]);
});

test("an unknown queue is told as such", async () => {
  const unknown = new GetQueueUrlCommand({ QueueName: "nowhere" });
  await expect(harness.sqs.send(unknown)).rejects.toMatchObject({ name: "QueueDoesNotExist" });
});
