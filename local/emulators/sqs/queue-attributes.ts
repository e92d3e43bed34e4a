import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import type { Message } from "./message";

/** As callers set them: all values are text. */
export type QueueAttributes = Readonly<Record<string, string>>;

/**
 * The attributes that bear on delivery, with SQS's defaults and bounds.
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 * (read 2026-11-24); a message may have 1 MiB since August 2025.
 */
const numbers = {
  DelaySeconds: { byDefault: 0, min: 0, max: 900 },
  MaximumMessageSize: { byDefault: 1_048_576, min: 1024, max: 1_048_576 },
  MessageRetentionPeriod: { byDefault: 345_600, min: 60, max: 1_209_600 },
  ReceiveMessageWaitTimeSeconds: { byDefault: 0, min: 0, max: 20 },
  VisibilityTimeout: { byDefault: 30, min: 0, max: 43_200 },
} as const;

type NumberAttribute = keyof typeof numbers;

export const defaultAttributes: QueueAttributes = Object.fromEntries(
  Object.entries(numbers).map(([name, { byDefault }]) => [name, String(byDefault)]),
);

/** One of the numeric attributes, in its own unit (seconds or bytes). */
export const numberAttribute = (attributes: QueueAttributes, name: NumberAttribute): number =>
  Number(attributes[name] ?? numbers[name].byDefault);

/** Whether a message's retention is over; it is then never delivered again. */
export const isExpired = (message: Message, attributes: QueueAttributes, now: number): boolean =>
  message.sentAt + numberAttribute(attributes, "MessageRetentionPeriod") * 1000 <= now;

const redriveSchema = z.object({
  deadLetterTargetArn: z.string().startsWith("arn:aws:sqs:"),
  maxReceiveCount: z.coerce.number().int().min(1).max(1000),
});

export type RedrivePolicy = z.output<typeof redriveSchema>;

/** The queue's dead-letter rule, or none; throws `InvalidAttributeValue` for a malformed one. */
export const redrivePolicy = (attributes: QueueAttributes): RedrivePolicy | undefined => {
  const text = attributes.RedrivePolicy;
  if (!text) return undefined;
  try {
    return redriveSchema.parse(JSON.parse(text));
  } catch {
    throw invalidValue("RedrivePolicy", text);
  }
};

const invalidValue = (name: string, value: string): EmulatorError =>
  new EmulatorError(
    "com.amazonaws.sqs#InvalidAttributeValue",
    `Invalid value for the parameter ${name}: ${value}`,
    { queryCode: "InvalidAttributeValue" },
  );

/** Throws `InvalidAttributeValue` or, for what the emulator lacks, `UnsupportedOperation`. */
export const checkAttributes = (attributes: QueueAttributes): void => {
  for (const [name, { min, max }] of Object.entries(numbers)) {
    const text = attributes[name];
    if (text === undefined) continue;
    const value = Number(text);
    if (!Number.isInteger(value) || value < min || value > max) throw invalidValue(name, text);
  }
  redrivePolicy(attributes);
  if (attributes.FifoQueue === "true") {
    throw new EmulatorError(
      "com.amazonaws.sqs#UnsupportedOperation",
      "the local SQS emulator has standard queues only; leave FifoQueue out",
      { queryCode: "AWS.SimpleQueueService.UnsupportedOperation" },
    );
  }
};
