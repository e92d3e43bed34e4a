import { EmulatorError } from "./emulator-error";
import type { LambdaTarget } from "./lambda-target";

/** Where an event may go, each by the service that the target's ARN names. */
export type TargetServices = {
  readonly sqs: { readonly deliver: (queueArn: string, body: string) => Promise<void> };
  readonly sns: { readonly publish: (topicArn: string, message: string) => Promise<void> };
  readonly lambda: LambdaTarget;
};

/** Resolves once a queue has the event safe; a function is only started. */
export type SendToTarget = (arn: string, event: unknown) => Promise<void>;

const serviceOf = (arn: string): string | undefined => /^arn:aws:(\w+):/.exec(arn)?.[1];

/** Whether an ARN names a queue, a topic or a function. */
export const isTargetArn = (arn: string): boolean =>
  ["sqs", "sns", "lambda"].includes(serviceOf(arn) ?? "");

/** Sends an event to a queue, a topic or a function; rejects where the target doesn't exist. */
export const createTargets =
  ({ sqs, sns, lambda }: TargetServices): SendToTarget =>
  async (arn, event) => {
    switch (serviceOf(arn)) {
      case "sqs":
        await sqs.deliver(arn, JSON.stringify(event));
        break;
      case "sns":
        await sns.publish(arn, JSON.stringify(event));
        break;
      case "lambda":
        lambda.start(arn, event);
        break;
      default:
        throw new EmulatorError(
          "ValidationException",
          `${arn} is no target here; use the ARN of an SQS queue, SNS topic or Lambda function`,
        );
    }
  };
