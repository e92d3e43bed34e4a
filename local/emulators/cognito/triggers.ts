import { EmulatorError } from "../emulator-error";
import { functionNameOf, type Invoke } from "../lambda-target";
import { region } from "../names";
import type { Pool, PoolUser } from "./pool-state";
import { triggerAttributes } from "./user-attributes";

export type Trigger = "CustomMessage" | "PostConfirmation";

export type TriggerCall = {
  readonly pool: Pool;
  readonly user: PoolUser;
  readonly clientId: string;
  /** `CustomMessage_SignUp`, without the trigger's name. */
  readonly source: string;
  readonly request?: Readonly<Record<string, unknown>>;
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined;
  readonly response?: Readonly<Record<string, unknown>>;
};

/** Resolves with the event that the function gave back; undefined where the pool has none. */
export type RunTrigger = (trigger: Trigger, call: TriggerCall) => Promise<unknown>;

/**
 * Events as Cognito hands them to functions. Sources:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html,
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html and
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html
 * (read 2026-11-24); types in @types/aws-lambda.
 */
const toEvent = (trigger: Trigger, call: TriggerCall): object => ({
  version: "1",
  region,
  userPoolId: call.pool.id,
  userName: call.user.sub,
  callerContext: { awsSdkVersion: "aws-sdk-unknown-unknown", clientId: call.clientId },
  triggerSource: `${trigger}_${call.source}`,
  request: {
    userAttributes: triggerAttributes(call.user),
    ...call.request,
    ...(call.clientMetadata && { clientMetadata: call.clientMetadata }),
  },
  response: call.response ?? {},
});

/** Waits for the function, once; what it throws reaches the caller as Cognito words it. */
export const createTriggers =
  (invoke: Invoke | undefined): RunTrigger =>
  async (trigger, call) => {
    const arn = call.pool.settings.LambdaConfig[trigger];
    if (arn === undefined) return undefined;
    if (!invoke) {
      throw new EmulatorError(
        "UnexpectedLambdaException",
        `${arn} can't be run: the emulators were started without a way to invoke`,
      );
    }
    try {
      return await invoke(functionNameOf(arn), toEvent(trigger, call));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new EmulatorError(
        "UserLambdaValidationException",
        `${trigger} failed with error ${message}.`,
      );
    }
  };
