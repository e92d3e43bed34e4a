import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SESClient } from "@aws-sdk/client-ses";
import { SNSClient } from "@aws-sdk/client-sns";
import { requestHandler } from "./clients";

// Apart from the gateway's clients, so that none of these gets into its bundle.

export const createSesClient = () => new SESClient({ requestHandler: requestHandler() });

export const createSnsClient = () => new SNSClient({ requestHandler: requestHandler() });

export const createEventBridgeClient = () =>
  new EventBridgeClient({ requestHandler: requestHandler() });

export const createSchedulerClient = () =>
  new SchedulerClient({ requestHandler: requestHandler() });
