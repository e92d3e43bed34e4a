import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Log } from "../../../core/ports/log";
import type { LambdaTarget } from "../lambda-target";
import { accountId } from "../names";
import { type Operations, operation } from "../operation";
import { type MessageAttributes, messageAttributeSchema } from "../sqs/message";
import { lambdaEvent, type Notification, queueEnvelope } from "./envelope";
import { openTopicStore, type Subscription, type TopicStore } from "./topic-store";

export type SnsOptions = {
  readonly path: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly deliverToQueue: (
    queueArn: string,
    body: string,
    attributes?: MessageAttributes,
  ) => Promise<void>;
  readonly lambda: LambdaTarget;
  /** Told of subscribers that could not be reached. */
  readonly log?: Log | undefined;
};

export type SnsEmulator = {
  readonly operations: Operations;
  /** Publishes as another service does. */
  readonly publish: (topicArn: string, message: string) => Promise<void>;
};

const subscribeSchema = z.object({
  TopicArn: z.string(),
  Protocol: z.enum(["sqs", "lambda"], "only queues and functions can subscribe here"),
  Endpoint: z.string().startsWith("arn:aws:"),
  // Strict: a filter that is not honored would be worse than none.
  Attributes: z
    .strictObject({ RawMessageDelivery: z.enum(["true", "false"]).optional() })
    .optional(),
});

const publishSchema = z.object({
  TopicArn: z.string(),
  Message: z.string().min(1).max(262_144),
  Subject: z.string().max(100).optional(),
  MessageAttributes: z.record(z.string(), messageAttributeSchema).default({}),
});

const describe = (subscription: Subscription): object => ({
  SubscriptionArn: subscription.arn,
  Owner: accountId,
  Protocol: subscription.protocol,
  Endpoint: subscription.endpoint,
  TopicArn: subscription.topicArn,
});

const topicOperations = (store: TopicStore): Operations => ({
  CreateTopic: operation(
    z.object({ Name: z.string().regex(/^[\w-]{1,256}$/) }),
    async ({ Name }) => ({ TopicArn: await store.addTopic(Name) }),
  ),
  ListTopics: () => ({ Topics: store.topics().map((TopicArn) => ({ TopicArn })) }),
  Subscribe: operation(subscribeSchema, async (input) => {
    const { TopicArn, Protocol, Endpoint, Attributes } = input;
    store.requireTopic(TopicArn);
    const isRaw = Attributes?.RawMessageDelivery === "true";
    const found = store
      .subscriptionsOf(TopicArn)
      .find((each) => each.protocol === Protocol && each.endpoint === Endpoint);
    if (found) return { SubscriptionArn: found.arn };
    const arn = `${TopicArn}:${randomUUID()}`;
    await store.addSubscription({
      arn,
      topicArn: TopicArn,
      protocol: Protocol,
      endpoint: Endpoint,
      isRaw,
    });
    return { SubscriptionArn: arn };
  }),
  Unsubscribe: operation(z.object({ SubscriptionArn: z.string() }), async (input) => {
    await store.removeSubscription(input.SubscriptionArn);
    return {};
  }),
  ListSubscriptionsByTopic: operation(z.object({ TopicArn: z.string() }), ({ TopicArn }) => {
    store.requireTopic(TopicArn);
    return { Subscriptions: store.subscriptionsOf(TopicArn).map(describe) };
  }),
});

/** SNS for queues and functions. A subscriber that fails takes nothing from the others. */
export const openSns = async (options: SnsOptions): Promise<SnsEmulator> => {
  const { now, deliverToQueue, lambda, log } = options;
  const store = await openTopicStore(options.path);

  const deliver = async (to: Subscription, notification: Notification): Promise<void> => {
    try {
      if (to.protocol === "lambda") lambda.start(to.endpoint, lambdaEvent(notification, to));
      else if (to.isRaw) {
        await deliverToQueue(to.endpoint, notification.message, notification.attributes);
      } else await deliverToQueue(to.endpoint, JSON.stringify(queueEnvelope(notification, to)));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      log?.warn("a notification did not reach a subscriber", { subscription: to.arn, message });
    }
  };

  const publish = async (input: z.output<typeof publishSchema>): Promise<string> => {
    store.requireTopic(input.TopicArn);
    const notification: Notification = {
      messageId: randomUUID(),
      topicArn: input.TopicArn,
      subject: input.Subject,
      message: input.Message,
      timestamp: new Date(now()).toISOString(),
      attributes: input.MessageAttributes,
    };
    const subscriptions = store.subscriptionsOf(input.TopicArn);
    await Promise.all(subscriptions.map((each) => deliver(each, notification)));
    return notification.messageId;
  };

  return {
    operations: {
      ...topicOperations(store),
      Publish: operation(publishSchema, async (input) => ({ MessageId: await publish(input) })),
    },
    publish: async (topicArn, message) => {
      await publish({ TopicArn: topicArn, Message: message, MessageAttributes: {} });
    },
  };
};
