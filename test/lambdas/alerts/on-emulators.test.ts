import { PutRuleCommand, PutTargetsCommand } from "@aws-sdk/client-eventbridge";
import { CreateTopicCommand, SubscribeCommand } from "@aws-sdk/client-sns";
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
} from "@aws-sdk/client-sqs";
import { alertEventDetail, alertEventSource } from "../../../core/alerts/alert-event";
import { tables } from "../../../core/storage/tables";
import { checkAlerts } from "../../../lambdas/alerts/check-alerts";
import { createDynamoAlertStore } from "../../../lambdas/shared/aws/dynamo-alert-store";
import { createDynamoUsageStore } from "../../../lambdas/shared/aws/dynamo-usage-store";
import { createEventBridgeAlertEvents } from "../../../lambdas/shared/aws/eventbridge-alert-events";
import { createSnsAlertTopic } from "../../../lambdas/shared/aws/sns-alert-topic";
import { freshOrganization, startCloud } from "../../contracts/cloud";
import type { Harness } from "../../local/emulators/harness";
import { createWorld } from "./world";

let cloud: Harness;
let queueUrl: string;
let topicArn: string;
beforeAll(async () => {
  cloud = await startCloud();
  const { QueueUrl = "" } = await cloud.sqs.send(new CreateQueueCommand({ QueueName: "told" }));
  queueUrl = QueueUrl;
  const { Attributes } = await cloud.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }),
  );
  const Arn = Attributes?.QueueArn ?? "";
  const { TopicArn = "" } = await cloud.sns.send(new CreateTopicCommand({ Name: "alerts" }));
  topicArn = TopicArn;
  await cloud.sns.send(new SubscribeCommand({ TopicArn, Protocol: "sqs", Endpoint: Arn }));
  const EventPattern = JSON.stringify({ source: [alertEventSource] });
  await cloud.eventBridge.send(new PutRuleCommand({ Name: "told", EventPattern }));
  await cloud.eventBridge.send(
    new PutTargetsCommand({ Rule: "told", Targets: [{ Id: "queue", Arn }] }),
  );
});
afterAll(() => cloud.dispose());

type Body = {
  readonly Type?: string;
  readonly Subject?: string;
  readonly "detail-type"?: string;
  readonly detail?: { readonly organization?: string };
  readonly MessageAttributes?: { readonly organization?: { readonly Value?: string } };
};

/** What the queue holds; what is of other organizations is dropped. */
const received = async (organization: string): Promise<readonly Body[]> => {
  const { Messages = [] } = await cloud.sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }),
  );
  return Messages.map(({ Body: text }) => JSON.parse(text ?? "") as Body).filter(
    ({ detail, MessageAttributes }) =>
      (detail?.organization ?? MessageAttributes?.organization?.Value) === organization,
  );
};

const open = async () => {
  const organization = freshOrganization();
  const store = createDynamoAlertStore({
    client: cloud.dynamoDb,
    tableName: tables.control.name,
  });
  const usage = createDynamoUsageStore({
    client: cloud.dynamoDb,
    table: tables.usage.name,
    random: Math.random,
    sleep: async () => undefined,
  });
  const world = createWorld({ store, usage });
  const parts = {
    ...world.parts,
    topic: createSnsAlertTopic(cloud.sns, topicArn),
    events: createEventBridgeAlertEvents(cloud.eventBridge),
  };
  const recipients = ["a@example.com", "b@example.com"];
  await store.putSettings(organization, { thresholdMicroUsd: 5_000_000, recipients });
  return { ...world, organization, check: () => checkAlerts(parts) };
};

test("requests that pass the threshold: concurrent and later checks make one e-mail each, one message, one event", async () => {
  const { organization, spend, check, clock, mails } = await open();
  await check();
  await spend(4, "globex", organization);
  await spend(2, undefined, organization);
  await Promise.all([check(), check()]);
  clock.ms += 60_000;
  await check();
  expect(mails.map(({ to }) => to)).toEqual(["a@example.com", "b@example.com"]);
  const told = await received(organization);
  expect(told).toHaveLength(2);
  const message = told.find(({ Type }) => Type === "Notification");
  expect(message?.Subject).toBe("SmashCost spend alert: $6.00 in 60 minutes");
  const event = told.find((one) => one["detail-type"] === "Spend alert fired");
  expect(alertEventDetail.parse(event?.detail)).toMatchObject({
    organization,
    sum: "6000000000000",
    customers: [{ customer: "globex" }, { customer: null }],
  });
});

test("it falls below, is armed, and a second crossing is told again", async () => {
  const { store, organization, spend, check, clock, mails } = await open();
  await spend(6, undefined, organization);
  await check();
  clock.ms += 80 * 60_000;
  await check();
  await spend(7, undefined, organization);
  await check();
  expect(mails).toHaveLength(4);
  const crossings = await store.crossings(organization, 10);
  expect(crossings.map(({ sum }) => sum)).toEqual([7_000_000_000_000n, 6_000_000_000_000n]);
  const kinds = (await received(organization)).map((one) => one["detail-type"] ?? one.Type);
  expect(kinds.sort()).toEqual([
    "Notification",
    "Notification",
    "Spend alert ended",
    "Spend alert fired",
    "Spend alert fired",
  ]);
});
