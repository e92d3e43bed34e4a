import {
  DeleteRuleCommand,
  DescribeRuleCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import {
  CreateTopicCommand,
  ListSubscriptionsByTopicCommand,
  ListTopicsCommand,
  PublishCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import { CreateQueueCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { given, type Harness, startHarness } from "./harness";

const queueArn = "arn:aws:sqs:us-east-1:000000000000:events";
const functionArn = "arn:aws:lambda:us-east-1:000000000000:function:alerts";

let harness: Harness;
let invoked: { name: string; event: unknown }[];
let QueueUrl: string;
beforeEach(async () => {
  invoked = [];
  harness = await startHarness({
    invoke: async (name, event) => {
      invoked.push({ name, event });
    },
  });
  const queue = await harness.sqs.send(new CreateQueueCommand({ QueueName: "events" }));
  QueueUrl = given(queue.QueueUrl);
});
afterEach(() => harness.dispose());

const received = async () => {
  const receive = new ReceiveMessageCommand({
    QueueUrl,
    MaxNumberOfMessages: 10,
    MessageAttributeNames: ["All"],
  });
  return (await harness.sqs.send(receive)).Messages ?? [];
};
const receivedEvents = async () => (await received()).map(({ Body }) => JSON.parse(Body ?? "null"));
const putRule = async (Name: string, pattern: object, ...arns: string[]) => {
  const EventPattern = JSON.stringify(pattern);
  await harness.eventBridge.send(new PutRuleCommand({ Name, EventPattern }));
  const Targets = arns.map((Arn, index) => ({ Id: `${index}`, Arn }));
  await harness.eventBridge.send(new PutTargetsCommand({ Rule: Name, Targets }));
};
const putEvent = (Source: string, detail: object) => {
  const Entries = [{ Source, DetailType: "Spend Alert", Detail: JSON.stringify(detail) }];
  return harness.eventBridge.send(new PutEventsCommand({ Entries }));
};

describe("EventBridge", () => {
  test("brings an event to the queue and the function of every rule that matches it", async () => {
    await putRule("ours", { source: ["smashcost"] }, queueArn, functionArn);
    await putRule("others", { source: ["someone-else"] }, queueArn);
    const { Entries } = await putEvent("smashcost", { organization: "o" });
    const event = {
      version: "0",
      id: Entries?.[0]?.EventId,
      "detail-type": "Spend Alert",
      source: "smashcost",
      account: "000000000000",
      time: "2026-11-24T00:00:00Z",
      region: "us-east-1",
      resources: [],
      detail: { organization: "o" },
    };
    expect(await receivedEvents()).toEqual([event]);
    expect(invoked).toEqual([{ name: "alerts", event }]);
  });

  test("keeps rules and targets over a restart", async () => {
    await putRule("ours", { source: ["smashcost"] }, queueArn);
    harness = await harness.restart();
    const { Rules } = await harness.eventBridge.send(new ListRulesCommand({}));
    expect(Rules?.map(({ Name }) => Name)).toEqual(["ours"]);
    const listing = new ListTargetsByRuleCommand({ Rule: "ours" });
    expect((await harness.eventBridge.send(listing)).Targets).toEqual([{ Id: "0", Arn: queueArn }]);
  });

  test("a rule goes only after its targets, and then it is gone", async () => {
    await putRule("ours", { source: ["smashcost"] }, queueArn);
    const removal = new DeleteRuleCommand({ Name: "ours" });
    await expect(harness.eventBridge.send(removal)).rejects.toMatchObject({
      name: "ValidationException",
    });
    await harness.eventBridge.send(new RemoveTargetsCommand({ Rule: "ours", Ids: ["0"] }));
    await harness.eventBridge.send(removal);
    const description = new DescribeRuleCommand({ Name: "ours" });
    await expect(harness.eventBridge.send(description)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });

  test("an entry that is wrong fails alone", async () => {
    await putRule("ours", { source: ["smashcost"] }, queueArn);
    const good = { Source: "smashcost", DetailType: "t", Detail: "{}" };
    const { FailedEntryCount, Entries } = await harness.eventBridge.send(
      new PutEventsCommand({ Entries: [{ ...good, Detail: "not json" }, good] }),
    );
    expect(FailedEntryCount).toBe(1);
    expect(Entries?.[0]?.ErrorCode).toBe("MalformedDetail");
    expect(await receivedEvents()).toHaveLength(1);
  });

  test("a target that is missing takes nothing from the others", async () => {
    await putRule("ours", { source: ["smashcost"] }, `${queueArn}-missing`, queueArn);
    await putEvent("smashcost", {});
    expect(await receivedEvents()).toHaveLength(1);
  });

  test("a function that fails is run again", async () => {
    await harness.dispose();
    let attempts = 0;
    const ran = new Promise<void>((resolve) => {
      const invoke = async () => {
        attempts += 1;
        if (attempts < 2) throw new Error("not yet");
        resolve();
      };
      void startHarness({ invoke }).then(async (fresh) => {
        harness = fresh;
        await putRule("ours", { source: ["smashcost"] }, functionArn);
        await putEvent("smashcost", {});
      });
    });
    await ran;
    expect(attempts).toBe(2);
  });
});

describe("SNS", () => {
  const createTopic = async () =>
    given((await harness.sns.send(new CreateTopicCommand({ Name: "alerts" }))).TopicArn);
  const subscribe = async (TopicArn: string, Protocol: string, Endpoint: string, raw = "false") => {
    const Attributes = { RawMessageDelivery: raw };
    const command = new SubscribeCommand({ TopicArn, Protocol, Endpoint, Attributes });
    return given((await harness.sns.send(command)).SubscriptionArn);
  };

  test("wraps a message in its envelope, for queues and for functions", async () => {
    const TopicArn = await createTopic();
    await subscribe(TopicArn, "sqs", queueArn);
    const subscription = await subscribe(TopicArn, "lambda", functionArn);
    const Message = 'spend is <above> "the" threshold & rising';
    const publish = new PublishCommand({ TopicArn, Message, Subject: "alert" });
    const { MessageId } = await harness.sns.send(publish);
    const notification = { Type: "Notification", MessageId, TopicArn, Message, Subject: "alert" };
    expect(await receivedEvents()).toEqual([expect.objectContaining(notification)]);
    expect(invoked).toEqual([
      {
        name: "alerts",
        event: {
          Records: [
            expect.objectContaining({
              EventSource: "aws:sns",
              EventSubscriptionArn: subscription,
              Sns: expect.objectContaining(notification),
            }),
          ],
        },
      },
    ]);
  });

  test("delivers raw where that is asked for, attributes included", async () => {
    const TopicArn = await createTopic();
    await subscribe(TopicArn, "sqs", queueArn, "true");
    const MessageAttributes = { kind: { DataType: "String", StringValue: "a & b" } };
    const publish = new PublishCommand({ TopicArn, Message: "plain", MessageAttributes });
    await harness.sns.send(publish);
    expect(await received()).toEqual([
      expect.objectContaining({ Body: "plain", MessageAttributes }),
    ]);
  });

  test("is reached by EventBridge, and keeps its subscriptions over a restart", async () => {
    const TopicArn = await createTopic();
    const SubscriptionArn = await subscribe(TopicArn, "sqs", queueArn, "true");
    await putRule("ours", { source: ["smashcost"] }, TopicArn);
    harness = await harness.restart();
    await putEvent("smashcost", { n: 1 });
    expect(await receivedEvents()).toEqual([expect.objectContaining({ detail: { n: 1 } })]);
    expect((await harness.sns.send(new ListTopicsCommand({}))).Topics).toEqual([{ TopicArn }]);
    await harness.sns.send(new UnsubscribeCommand({ SubscriptionArn }));
    const listing = new ListSubscriptionsByTopicCommand({ TopicArn });
    expect((await harness.sns.send(listing)).Subscriptions ?? []).toEqual([]);
  });

  test("an unknown topic is told as such", async () => {
    const TopicArn = "arn:aws:sns:us-east-1:000000000000:nowhere";
    const publish = new PublishCommand({ TopicArn, Message: "x" });
    await expect(harness.sns.send(publish)).rejects.toMatchObject({ name: "NotFoundException" });
  });
});
