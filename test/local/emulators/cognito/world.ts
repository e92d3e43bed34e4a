import { InitiateAuthCommand } from "@aws-sdk/client-cognito-identity-provider";
import { createUserPool, type UserPool } from "../../../../local/create-user-pool";
import type { EmulatorsOptions } from "../../../../local/emulators/start-emulators";
import { type Harness, makeDataDir, openHarness } from "../harness";
import { type Browser, openBrowser, type Session } from "./browser";

type Mail = { readonly to: string; readonly subject: string; readonly html: string };

export type SignInWorld = {
  harness: Harness;
  readonly dataDir: string;
  readonly pool: UserPool;
  readonly mails: readonly Mail[];
  /** What the triggers were given, in order. */
  readonly triggered: readonly { readonly name: string; readonly event: TriggerEvent }[];
  /** The code of the last mail to somebody. */
  codeTo(email: string): string;
  browser(email: string): Browser;
  /** By a client that does not try again. */
  refresh(session: Session): Promise<unknown>;
  /** Somebody who signed up and confirmed. */
  join(email: string, password?: string): Promise<Browser>;
};

export type TriggerEvent = {
  readonly triggerSource: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
};

const arn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
export const passwordOf = "correct horse";

/** @param react - what a trigger gives back. @default the event as it came */
export const openSignIn = async (
  react: (name: string, event: TriggerEvent) => unknown = (_, event) => event,
  options: Pick<EmulatorsOptions, "sendMail"> = {},
): Promise<SignInWorld> => {
  const mails: Mail[] = [];
  const triggered: { name: string; event: TriggerEvent }[] = [];
  const dataDir = await makeDataDir();
  // Tokens are verified by the machine's own clock.
  const clock = { ms: Date.now() };
  const emulators = {
    sendMail: async (mail: Mail) => {
      mails.push(mail);
    },
    invoke: async (name: string, event: unknown) => {
      const read = event as TriggerEvent;
      triggered.push({ name, event: structuredClone(read) });
      return react(name, read);
    },
    ...options,
  };
  const harness = await openHarness(dataDir, emulators, clock);
  const triggers = { customMessage: arn("words"), postConfirmation: arn("joined") };
  const pool = await createUserPool(harness.cognito, { triggers });
  const world: SignInWorld = {
    harness,
    dataDir,
    pool,
    mails,
    triggered,
    codeTo: (email) => {
      const last = mails.filter(({ to }) => to === email).at(-1);
      return /\b\d{6}\b/.exec(last?.html ?? "")?.[0] ?? `no code was sent to ${email}`;
    },
    browser: (email) => openBrowser(world.harness.emulators.endpoint, pool, email),
    refresh: (session) =>
      world.harness.cognito.send(
        new InitiateAuthCommand({
          ClientId: pool.userPoolClientId,
          AuthFlow: "REFRESH_TOKEN_AUTH",
          AuthParameters: { REFRESH_TOKEN: session.getRefreshToken().getToken() },
        }),
      ),
    join: async (email, password = passwordOf) => {
      const browser = world.browser(email);
      await browser.signUp(password);
      await browser.confirm(world.codeTo(email));
      return browser;
    },
  };
  return world;
};

/** Name and message of what was refused. */
export const refusal = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt;
    return "not refused";
  } catch (error) {
    const { name, message } = error as Error;
    return `${name}: ${message}`;
  }
};

let people = 0;
/** An address that no other test of this file has used. */
export const freshEmail = (): string => {
  people += 1;
  return `Ada${people}@example.com`;
};
