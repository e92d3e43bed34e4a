import type { Invoke } from "../emulators/lambda-target";
import { accountId, region } from "../emulators/names";

const prefix = "smashcost-";

const arnOf = (name: string): string =>
  `arn:aws:lambda:${region}:${accountId}:function:${prefix}${name}`;

/** Of the functions that other services invoke, and not HTTP. */
export const functionArns = {
  alerts: arnOf("alerts"),
  authTriggers: arnOf("auth-triggers"),
  accountPurge: arnOf("account-purge"),
};

/** As Lambda's context, as much as is used of it: fifteen minutes from now. */
const newContext = () => {
  const endsAt = Date.now() + 15 * 60_000;
  return { getRemainingTimeInMillis: () => endsAt - Date.now() };
};

// Loaded when it is first invoked: each reads its environment then.
const handlers: Readonly<Record<string, (event: unknown) => Promise<unknown>>> = {
  [`${prefix}alerts`]: async () => {
    const { handler } = await import("../../lambdas/alerts/index");
    return handler();
  },
  [`${prefix}auth-triggers`]: async (event) => {
    const { handler } = await import("../../lambdas/auth-triggers/index");
    return handler(event as Parameters<typeof handler>[0]);
  },
  [`${prefix}account-purge`]: async (event) => {
    const { handler } = await import("../../lambdas/account-purge/index");
    return handler(event, newContext());
  },
};

/** Runs the functions that schedules and triggers name, through their exported handlers. */
export const invokeFunction: Invoke = (name, event) => {
  const handle = handlers[name];
  if (!handle) throw new Error(`there is no function ${name}`);
  return handle(event);
};
