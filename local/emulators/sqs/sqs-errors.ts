import { EmulatorError } from "../emulator-error";

const sqsError = (type: string, message: string, queryCode = type): EmulatorError =>
  new EmulatorError(`com.amazonaws.sqs#${type}`, message, { queryCode });

export const queueDoesNotExist = (): EmulatorError =>
  sqsError(
    "QueueDoesNotExist",
    "The specified queue does not exist.",
    "AWS.SimpleQueueService.NonExistentQueue",
  );

export const queueNameExists = (name: string): EmulatorError =>
  sqsError(
    "QueueNameExists",
    `A queue ${name} already exists with other attributes; use SetQueueAttributes to change it.`,
    "QueueAlreadyExists",
  );

export const invalidParameter = (reason: string): EmulatorError =>
  sqsError("InvalidParameterValue", `One or more parameters are invalid. Reason: ${reason}`);

export const receiptHandleInvalid = (): EmulatorError =>
  sqsError("ReceiptHandleIsInvalid", "The input receipt handle is invalid.");

export const messageNotInflight = (): EmulatorError =>
  sqsError(
    "MessageNotInflight",
    "The message referred to is not in flight.",
    "AWS.SimpleQueueService.MessageNotInflight",
  );

export const batchError = (type: string, message: string): EmulatorError =>
  sqsError(type, message, `AWS.SimpleQueueService.${type}`);
