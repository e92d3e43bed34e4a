import { region } from "../names";
import type { MessageAttributes } from "../sqs/message";
import type { Subscription } from "./topic-store";

/** One published message. */
export type Notification = {
  readonly messageId: string;
  readonly topicArn: string;
  readonly subject?: string | undefined;
  readonly message: string;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly attributes: MessageAttributes;
};

const attributesOf = ({ attributes }: Notification) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      { Type: DataType, Value: StringValue ?? BinaryValue ?? "" },
    ]),
  );

// Only AWS can sign for AWS: whoever verifies signatures must refuse these.
const unsigned = "unsigned: from a local emulator";
const certificate = `https://sns.${region}.amazonaws.com/SimpleNotificationService-local.pem`;
const unsubscribe = (arn: string): string =>
  `https://sns.${region}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${arn}`;

/**
 * What a queue gets as its message's body.
 * Source: https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html (read 2026-11-24).
 */
export const queueEnvelope = (notification: Notification, { arn }: Subscription): object => {
  const attributes = attributesOf(notification);
  return {
    Type: "Notification",
    MessageId: notification.messageId,
    TopicArn: notification.topicArn,
    Subject: notification.subject,
    Message: notification.message,
    Timestamp: notification.timestamp,
    SignatureVersion: "1",
    Signature: unsigned,
    SigningCertURL: certificate,
    UnsubscribeURL: unsubscribe(arn),
    ...(Object.keys(attributes).length > 0 && { MessageAttributes: attributes }),
  };
};

/**
 * What a function gets as its event.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html (read 2026-11-24).
 */
export const lambdaEvent = (notification: Notification, { arn }: Subscription): object => ({
  Records: [
    {
      EventVersion: "1.0",
      EventSubscriptionArn: arn,
      EventSource: "aws:sns",
      Sns: {
        SignatureVersion: "1",
        Timestamp: notification.timestamp,
        Signature: unsigned,
        SigningCertUrl: certificate,
        MessageId: notification.messageId,
        Message: notification.message,
        MessageAttributes: attributesOf(notification),
        Type: "Notification",
        UnsubscribeUrl: unsubscribe(arn),
        TopicArn: notification.topicArn,
        Subject: notification.subject ?? null,
      },
    },
  ],
});
