import * as z from "zod";
import { EmulatorError } from "../emulator-error";
import { openJsonFile } from "../json-file";
import { accountId, region } from "../names";

const subscriptionSchema = z.object({
  arn: z.string(),
  topicArn: z.string(),
  protocol: z.enum(["sqs", "lambda"]),
  endpoint: z.string(),
  /** The bare message instead of the envelope. */
  isRaw: z.boolean(),
});

const stateSchema = z.object({
  topics: z.array(z.string()),
  subscriptions: z.array(subscriptionSchema),
});

export type Subscription = z.output<typeof subscriptionSchema>;

export type TopicStore = {
  readonly topics: () => readonly string[];
  /** Throws `NotFoundException` where there is no such topic. */
  readonly requireTopic: (arn: string) => void;
  readonly addTopic: (name: string) => Promise<string>;
  readonly subscriptionsOf: (topicArn: string) => readonly Subscription[];
  readonly addSubscription: (subscription: Subscription) => Promise<void>;
  /** An unknown one is no error. */
  readonly removeSubscription: (arn: string) => Promise<void>;
};

/** Topics and subscriptions, in one file. */
export const openTopicStore = async (path: string): Promise<TopicStore> => {
  const initial: z.output<typeof stateSchema> = { topics: [], subscriptions: [] };
  const { state, file } = await openJsonFile(path, stateSchema, initial);
  return {
    topics: () => state.topics,
    requireTopic: (arn) => {
      if (state.topics.includes(arn)) return;
      throw new EmulatorError("NotFoundException", "Topic does not exist", {
        status: 404,
        queryCode: "NotFound",
      });
    },
    addTopic: async (name) => {
      const arn = `arn:aws:sns:${region}:${accountId}:${name}`;
      if (!state.topics.includes(arn)) state.topics.push(arn);
      await file.save(state);
      return arn;
    },
    subscriptionsOf: (topicArn) => state.subscriptions.filter((each) => each.topicArn === topicArn),
    addSubscription: (subscription) => {
      state.subscriptions.push(subscription);
      return file.save(state);
    },
    removeSubscription: (arn) => {
      state.subscriptions = state.subscriptions.filter((each) => each.arn !== arn);
      return file.save(state);
    },
  };
};
