import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import type { AlertTopic } from "../../../core/ports/alert-channels";

/** The stage's SNS topic. */
export const createSnsAlertTopic = (client: SNSClient, topicArn: string): AlertTopic => ({
  async publish({ subject, text, attributes }) {
    const MessageAttributes = Object.fromEntries(
      Object.entries(attributes).map(([name, StringValue]) => [
        name,
        { DataType: "String", StringValue },
      ]),
    );
    await client.send(
      new PublishCommand({
        TopicArn: topicArn,
        Subject: subject,
        Message: text,
        MessageAttributes,
      }),
    );
  },
});
