import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { NodeHttpHandler } from "@smithy/node-http-handler";

/**
 * A caller waits for these: a hung connection is given up long before the caller would. Region,
 * credentials and endpoint come from the environment, as the SDK reads it.
 */
export const requestHandler = () =>
  new NodeHttpHandler({
    connectionTimeout: 1_000,
    requestTimeout: 5_000,
    // Without it the handler only warns, and waits on.
    throwOnRequestTimeout: true,
  });

export const createDynamoDbClient = () => new DynamoDBClient({ requestHandler: requestHandler() });

export const createSqsClient = () =>
  new SQSClient({
    requestHandler: requestHandler(),
    // The usage queue tries again by itself; a caller must not wait for both.
    maxAttempts: 1,
    // A queue's URL names its region; on one machine all queues live at the endpoint given.
    useQueueUrlAsEndpoint: false,
  });
