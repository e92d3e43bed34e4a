import * as z from "zod";

/** Somebody who signed up in this tab and has not confirmed their address. */
export type PendingSignUp = {
  readonly email: string;
  readonly password: string;
  /** The name for their organization; undefined: they were invited. */
  readonly organization: string | undefined;
};

const messageSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("asked"), email: z.string() }),
  z.object({ kind: z.literal("answered"), email: z.string(), organization: z.string().optional() }),
  z.object({ kind: z.literal("confirmed"), email: z.string() }),
]);
type Message = z.infer<typeof messageSchema>;

/** A tab that answers does so at once; one that was closed never does. */
const patienceMs = 400;

let pending: PendingSignUp | undefined;

const open = (heard: (message: Message, channel: BroadcastChannel) => void) => {
  const channel = new BroadcastChannel("smashcost.sign-up");
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const parsed = messageSchema.safeParse(data);
    if (parsed.success) heard(parsed.data, channel);
  };
  return channel;
};
const say = (channel: BroadcastChannel, message: Message) => channel.postMessage(message);

/** Of this address, in this tab. */
export const pendingSignUp = (email: string): PendingSignUp | undefined =>
  pending?.email === email ? pending : undefined;

/**
 * Remembers a sign-up until its page is left, in memory alone. The link of the e-mail opens in
 * another tab: that one is told the organization's name, never the password, and tells when the
 * address is confirmed.
 *
 * @returns forgets it.
 */
export const holdSignUp = (signUp: PendingSignUp, onConfirmed: () => void): (() => void) => {
  pending = signUp;
  const channel = open((message, own) => {
    if (message.email !== signUp.email) return;
    if (message.kind === "confirmed") onConfirmed();
    if (message.kind === "asked") {
      const { email, organization } = signUp;
      say(own, { kind: "answered", email, ...(organization !== undefined && { organization }) });
    }
  });
  return () => {
    channel.close();
    if (pending === signUp) pending = undefined;
  };
};

/** The organization's name that was given where the address signed up, if that tab is still open. */
export const askForOrganization = async (email: string): Promise<string | undefined> => {
  const here = pendingSignUp(email);
  if (here) return here.organization;
  return new Promise((resolve) => {
    const done = (organization: string | undefined) => {
      clearTimeout(timer);
      channel.close();
      resolve(organization);
    };
    const channel = open((message) => {
      if (message.kind === "answered" && message.email === email) done(message.organization);
    });
    const timer = setTimeout(() => done(undefined), patienceMs);
    say(channel, { kind: "asked", email });
  });
};

/** Tells the tab where the address signed up. */
export const tellConfirmed = (email: string): void => {
  const channel = open(() => {});
  say(channel, { kind: "confirmed", email });
  channel.close();
};
